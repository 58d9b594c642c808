package io.cobre.solver.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/**
 * The converter that a column reader demands; values are taken from the column reader itself.
 */
final class SinkConverter extends GroupConverter
{
    private final PrimitiveConverter[] converters;

    SinkConverter(final MessageType schema)
    {
        converters = new PrimitiveConverter[schema.getFieldCount()];
        for (int i = 0; i < converters.length; i++)
        {
            converters[i] = new Sink();
        }
    }

    @Override
    public Converter getConverter(final int fieldIndex)
    {
        return converters[fieldIndex];
    }

    @Override
    public void start()
    {
    }

    @Override
    public void end()
    {
    }

    private static final class Sink extends PrimitiveConverter
    {
    }
}
