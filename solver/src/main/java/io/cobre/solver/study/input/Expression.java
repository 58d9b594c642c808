package io.cobre.solver.study.input;

import io.cobre.solver.study.GenericVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Left-hand side of a generic constraint: {@code term (+|- term)*}, a term being {@code number * variable},
 * {@code variable} or {@code number}, a variable {@code name(id)} or {@code name(id, block)}.
 *
 * @param terms    with variables.
 * @param constant sum of the terms without.
 */
record Expression(List<Term> terms, double constant)
{
    /** Block of variables that are named without one: that of the row. */
    static final int OWN_BLOCK = -1;

    /** Names of all variables. */
    static final List<String> VARIABLES = Arrays.stream(GenericVariable.values())
        .map((variable) -> variable.name().toLowerCase(Locale.ROOT))
        .toList();

    /**
     * A variable with its coefficient.
     *
     * @param coefficient factor.
     * @param variable    name.
     * @param entityId    as written.
     * @param block       id, or {@link #OWN_BLOCK}.
     */
    record Term(double coefficient, String variable, int entityId, int block)
    {
    }

    /**
     * Parse an expression.
     *
     * @param text as written.
     * @return the expression.
     * @throws IllegalArgumentException that says what is wrong, and where.
     */
    static Expression parse(final String text)
    {
        return new Parser(text).expression();
    }

    private static final class Parser
    {
        private final String text;
        private final List<Term> terms = new ArrayList<>();
        private double constant;
        private int position;

        Parser(final String text)
        {
            this.text = text;
        }

        Expression expression()
        {
            double sign = take('-') ? -1.0 : 1.0;
            if (sign > 0)
            {
                take('+');
            }
            term(sign);
            while (!atEnd())
            {
                if (take('+'))
                {
                    sign = 1.0;
                }
                else if (take('-'))
                {
                    sign = -1.0;
                }
                else
                {
                    throw unexpected("+ or -");
                }
                term(sign);
            }
            return new Expression(List.copyOf(terms), constant);
        }

        private void term(final double sign)
        {
            skipBlanks();
            if (atEnd())
            {
                throw unexpected("a number or a variable");
            }
            if (Character.isLetter(text.charAt(position)))
            {
                terms.add(variable(sign));
                return;
            }
            final double number = number();
            if (take('*'))
            {
                skipBlanks();
                terms.add(variable(sign * number));
            }
            else
            {
                constant += sign * number;
            }
        }

        private Term variable(final double coefficient)
        {
            final int start = position;
            while (!atEndHere() && (Character.isLetterOrDigit(here()) || here() == '_'))
            {
                position++;
            }
            final String name = text.substring(start, position);
            if (!VARIABLES.contains(name))
            {
                position = start;
                throw new IllegalArgumentException(
                    "'" + name + "' at position " + start + " is no variable; " + Names.suggestion(name, VARIABLES));
            }
            expect('(');
            final int id = integer();
            final int block = take(',') ? integer() : OWN_BLOCK;
            if (block < OWN_BLOCK)
            {
                throw unexpected("a block id of 0 or more");
            }
            expect(')');
            return new Term(coefficient, name, id, block);
        }

        private int integer()
        {
            skipBlanks();
            final int start = position;
            while (!atEndHere() && (Character.isDigit(here()) || here() == '-' && position == start))
            {
                position++;
            }
            try
            {
                return Integer.parseInt(text.substring(start, position));
            }
            catch (final NumberFormatException ex)
            {
                position = start;
                throw unexpected("an id");
            }
        }

        private double number()
        {
            final int start = position;
            while (!atEndHere() && isNumberCharacter(start))
            {
                position++;
            }
            try
            {
                return Double.parseDouble(text.substring(start, position));
            }
            catch (final NumberFormatException ex)
            {
                position = start;
                throw unexpected("a number or a variable");
            }
        }

        private boolean isNumberCharacter(final int start)
        {
            final char previous = position > start ? text.charAt(position - 1) : ' ';
            return Character.isDigit(here()) || here() == '.' || position > start && (here() == 'e' || here() == 'E') ||
                (previous == 'e' || previous == 'E') && (here() == '+' || here() == '-');
        }

        private boolean take(final char symbol)
        {
            skipBlanks();
            if (!atEndHere() && here() == symbol)
            {
                position++;
                return true;
            }
            return false;
        }

        private void expect(final char symbol)
        {
            if (!take(symbol))
            {
                throw unexpected("'" + symbol + "'");
            }
        }

        private boolean atEnd()
        {
            skipBlanks();
            return atEndHere();
        }

        private boolean atEndHere()
        {
            return position >= text.length();
        }

        private char here()
        {
            return text.charAt(position);
        }

        private void skipBlanks()
        {
            while (!atEndHere() && Character.isWhitespace(here()))
            {
                position++;
            }
        }

        private IllegalArgumentException unexpected(final String expected)
        {
            return new IllegalArgumentException(
                "expected " + expected + " at position " + position +
                    (atEndHere() ? ", where it ends" : ", found '" + here() + "'"));
        }
    }
}
