package io.cobre.engine.control;

import io.cobre.codecs.control.FailureDecoder;
import io.cobre.codecs.control.FailureEncoder;
import io.cobre.codecs.control.MessageHeaderDecoder;
import io.cobre.codecs.control.MessageHeaderEncoder;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Any Throwable as bytes: class, kind, message, context, suggestion, the top of the stack, and the causes. Decoding
 * gives the same class for errors that are ours, and an InternalPanic for all others.
 */
public final class ErrorRecord
{
    private static final int MAX_FRAMES = 24;
    private static final int MAX_CAUSES = 4;
    private static final int MAX_TEXT = 16 * 1024;
    private static final byte[] NONE = new byte[0];

    private ErrorRecord()
    {
    }

    /**
     * Exit code of a process that ends with a Throwable.
     *
     * @param failure any.
     * @return as contracts want it: 4 for what is not ours.
     */
    public static int exitCode(final Throwable failure)
    {
        return failure instanceof CobreException ours && ours.kind() != null ?
            ours.kind().exitCode() : EngineErrorKind.INTERNAL_PANIC.exitCode();
    }

    /**
     * Encode.
     *
     * @param failure any.
     * @return a few kilobytes.
     */
    public static byte[] encode(final Throwable failure)
    {
        return encode(failure, MAX_CAUSES, MAX_FRAMES, MAX_TEXT, true);
    }

    /**
     * Encode, leaving out what does not fit: causes, then frames, then the context, then the end of the message.
     *
     * @param failure   any.
     * @param maxLength bytes, at least 1024.
     * @return at most that many bytes.
     */
    public static byte[] encode(final Throwable failure, final int maxLength)
    {
        byte[] record = encode(failure);
        for (int frames = MAX_FRAMES; record.length > maxLength && frames >= 0; frames -= 8)
        {
            record = encode(failure, 0, frames, MAX_TEXT, true);
        }
        for (int text = maxLength / 4; record.length > maxLength; text /= 2)
        {
            record = encode(failure, 0, 0, text, false);
        }
        return record;
    }

    /**
     * Make the error again.
     *
     * @param record as {@link #encode(Throwable)} gave.
     * @return never null; a broken record gives an InternalPanic that says so.
     */
    public static CobreException decode(final byte[] record)
    {
        try
        {
            return decode(new UnsafeBuffer(record), 0);
        }
        catch (final IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException |
            java.nio.BufferUnderflowException | ControlProtocolException ex)
        {
            return new CobreException(
                EngineErrorKind.INTERNAL_PANIC, "the error record of a worker is broken: " + ex.getMessage(), ex);
        }
    }

    static String headline(final byte[] record)
    {
        final CobreException failure = decode(record);
        return failure.kind().id() + ": " + failure.getMessage();
    }

    private static byte[] encode(
        final Throwable failure, final int causes, final int maxFrames, final int maxText, final boolean hasContext)
    {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
        final FailureEncoder out = new FailureEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        final CobreException ours = failure instanceof CobreException known && known.kind() != null ? known : null;
        out.exitCode(exitCode(failure));
        final Map<String, Object> context = ours == null || !hasContext ? Map.of() : ours.context();
        final FailureEncoder.ContextEncoder entries = out.contextCount(context.size());
        context.forEach((name, value) ->
        {
            final byte[] nameBytes = utf8(name, maxText);
            final byte[] content = ContextValue.encode(value);
            entries.next().putName(nameBytes, 0, nameBytes.length).putContent(content, 0, content.length);
        });
        encodeFrames(out, failure.getStackTrace(), maxFrames);
        final byte[] type = utf8(failure.getClass().getName(), maxText);
        out.putException(type, 0, type.length);
        final byte[] kind = utf8(ours == null ? "" : ours.kind().id(), maxText);
        out.putKind(kind, 0, kind.length);
        final byte[] message = utf8(failure.getMessage(), maxText);
        out.putMessage(message, 0, message.length);
        final byte[] suggestion = utf8(ours == null ? null : ours.suggestion(), maxText);
        out.putSuggestion(suggestion, 0, suggestion.length);
        final byte[] cause = failure.getCause() == null || causes == 0 ?
            NONE : encode(failure.getCause(), causes - 1, maxFrames, maxText, hasContext);
        out.putCause(cause, 0, cause.length);
        final byte[] record = new byte[out.limit()];
        buffer.getBytes(0, record);
        return record;
    }

    private static void encodeFrames(final FailureEncoder out, final StackTraceElement[] stack, final int maxFrames)
    {
        final int count = Math.min(maxFrames, stack.length);
        final FailureEncoder.FramesEncoder frames = out.framesCount(count);
        for (int i = 0; i < count; i++)
        {
            final byte[] declaring = utf8(stack[i].getClassName(), MAX_TEXT);
            final byte[] method = utf8(stack[i].getMethodName(), MAX_TEXT);
            final byte[] file = utf8(stack[i].getFileName(), MAX_TEXT);
            frames.next().line(stack[i].getLineNumber());
            frames.putDeclaring(declaring, 0, declaring.length).putMethod(method, 0, method.length)
                .putFile(file, 0, file.length);
        }
    }

    private static CobreException decode(final UnsafeBuffer record, final int depth)
    {
        final UnsafeBuffer view = new UnsafeBuffer(0, 0);
        final FailureDecoder in = new FailureDecoder().wrapAndApplyHeader(record, 0, new MessageHeaderDecoder());
        final int exitCode = in.exitCode();
        final Map<String, Object> context = new LinkedHashMap<>();
        for (final FailureDecoder.ContextDecoder entry : in.context())
        {
            entry.wrapName(view);
            final String name = text(view);
            entry.wrapContent(view);
            context.put(name, ContextValue.decode(bytes(view)));
        }
        final List<StackTraceElement> frames = decodeFrames(in, view);
        in.wrapException(view);
        final String type = text(view);
        in.wrapKind(view);
        final String kind = text(view);
        in.wrapMessage(view);
        final String message = text(view);
        in.wrapSuggestion(view);
        final String suggestion = text(view);
        in.wrapCause(view);
        final CobreException cause = view.capacity() == 0 || depth > MAX_CAUSES ?
            null : decode(new UnsafeBuffer(bytes(view)), depth + 1);

        final CobreException failure = ErrorFactories.create(type, kind, exitCode, message, context, cause);
        context.forEach(failure::with);
        if (!suggestion.isEmpty())
        {
            failure.suggest(suggestion);
        }
        failure.setStackTrace(frames.toArray(new StackTraceElement[0]));
        return failure;
    }

    private static List<StackTraceElement> decodeFrames(final FailureDecoder in, final UnsafeBuffer view)
    {
        final List<StackTraceElement> frames = new ArrayList<>();
        for (final FailureDecoder.FramesDecoder frame : in.frames())
        {
            final int line = frame.line();
            frame.wrapDeclaring(view);
            final String declaring = text(view);
            frame.wrapMethod(view);
            final String method = text(view);
            frame.wrapFile(view);
            final String file = text(view);
            frames.add(new StackTraceElement(declaring, method, file.isEmpty() ? null : file, line));
        }
        return frames;
    }

    private static byte[] utf8(final String text, final int maxLength)
    {
        if (text == null)
        {
            return NONE;
        }
        final String cut = text.length() > maxLength ? text.substring(0, maxLength) + "..." : text;
        return cut.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(final UnsafeBuffer view)
    {
        final byte[] bytes = new byte[view.capacity()];
        view.getBytes(0, bytes);
        return bytes;
    }

    private static String text(final UnsafeBuffer view)
    {
        return new String(bytes(view), StandardCharsets.UTF_8);
    }
}
