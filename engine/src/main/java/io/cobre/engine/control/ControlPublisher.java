package io.cobre.engine.control;

import io.cobre.codecs.control.AbortEncoder;
import io.cobre.codecs.control.AddressEncoder;
import io.cobre.codecs.control.ByeEncoder;
import io.cobre.codecs.control.DoneEncoder;
import io.cobre.codecs.control.ErrorEncoder;
import io.cobre.codecs.control.GoEncoder;
import io.cobre.codecs.control.HeartbeatEncoder;
import io.cobre.codecs.control.HelloEncoder;
import io.cobre.codecs.control.MessageHeaderEncoder;
import io.cobre.codecs.control.PeersEncoder;
import io.cobre.codecs.control.ProgressEncoder;
import io.cobre.codecs.control.ReadyEncoder;
import io.cobre.codecs.control.RefusedEncoder;
import io.cobre.codecs.control.ResultEncoder;
import io.cobre.codecs.control.StopEncoder;
import io.cobre.codecs.control.TableEncoder;
import io.cobre.codecs.control.WelcomeEncoder;
import org.agrona.ExpandableArrayBuffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The only encoder of control messages. Each call gives one frame: length (int32), SBE header, block, data.
 */
final class ControlPublisher
{
    static final int PROTOCOL_VERSION = 1;
    static final int LENGTH_BYTES = 4;
    static final int MAX_BODY_LENGTH = 8 * 1024 * 1024;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    ByteBuffer hello(
        final long runId,
        final long pid,
        final int rank,
        final int size,
        final byte[] secret,
        final String host,
        final String facts)
    {
        final HelloEncoder hello = new HelloEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        hello.runId(runId).pid(pid).rank(rank).size(size).protocolVersion(PROTOCOL_VERSION);
        hello.putSecret(secret, 0, secret.length);
        final byte[] hostBytes = utf8(host);
        hello.putHost(hostBytes, 0, hostBytes.length);
        final byte[] factBytes = utf8(facts);
        hello.putFacts(factBytes, 0, factBytes.length);
        return frame(hello.limit());
    }

    ByteBuffer address(final int rank, final byte[] address)
    {
        final AddressEncoder message = new AddressEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        message.rank(rank).putAddress(address, 0, address.length);
        return frame(message.limit());
    }

    ByteBuffer ready(final int rank)
    {
        return frame(new ReadyEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header).rank(rank).limit());
    }

    ByteBuffer heartbeat(final int rank, final RankProgress progress)
    {
        final HeartbeatEncoder message = new HeartbeatEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        message.progress(progress.counter()).sequence(progress.sequence()).rank(rank);
        message.operation((short) progress.operation());
        return frame(message.limit());
    }

    ByteBuffer progress(final int rank, final byte[] body)
    {
        final ProgressEncoder message = new ProgressEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        message.rank(rank).putBody(body, 0, body.length);
        return frame(message.limit());
    }

    ByteBuffer result(final int rank, final byte[] body)
    {
        final ResultEncoder message = new ResultEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        message.rank(rank).putBody(body, 0, body.length);
        return frame(message.limit());
    }

    ByteBuffer error(final int rank, final int exitCode, final byte[] body)
    {
        final ErrorEncoder message = new ErrorEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        message.rank(rank).exitCode(exitCode).putBody(body, 0, body.length);
        return frame(message.limit());
    }

    ByteBuffer done(final int rank)
    {
        return frame(new DoneEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header).rank(rank).limit());
    }

    ByteBuffer refused(final String reason)
    {
        final RefusedEncoder message = new RefusedEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        final byte[] bytes = utf8(reason);
        message.putReason(bytes, 0, bytes.length);
        return frame(message.limit());
    }

    ByteBuffer welcome(final long runId, final Map<String, String> settings)
    {
        final WelcomeEncoder message = new WelcomeEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        final WelcomeEncoder.SettingsEncoder group = message.runId(runId).settingsCount(settings.size());
        settings.forEach((name, text) ->
        {
            final byte[] nameBytes = utf8(name);
            final byte[] textBytes = utf8(text);
            group.next().putName(nameBytes, 0, nameBytes.length).putText(textBytes, 0, textBytes.length);
        });
        return frame(message.limit());
    }

    ByteBuffer peers(final List<GroupMember> members)
    {
        final PeersEncoder message = new PeersEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        final PeersEncoder.MembersEncoder group = message.membersCount(members.size());
        members.forEach((member) ->
        {
            final byte[] host = utf8(member.host());
            group.next().pid(member.pid()).putHost(host, 0, host.length);
            group.putAddress(member.address(), 0, member.address().length);
        });
        return frame(message.limit());
    }

    ByteBuffer go(final int size)
    {
        return frame(new GoEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header).size(size).limit());
    }

    ByteBuffer table(final List<RankProgress> table)
    {
        final TableEncoder message = new TableEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        final TableEncoder.MembersEncoder group = message.membersCount(table.size());
        table.forEach((progress) -> group.next().progress(progress.counter()).sequence(progress.sequence())
            .operation((short) progress.operation()));
        return frame(message.limit());
    }

    ByteBuffer stop(final int urgency)
    {
        return frame(new StopEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header).urgency(urgency).limit());
    }

    ByteBuffer abort(final int rank, final AbortCause cause, final String reason)
    {
        final AbortEncoder message = new AbortEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header);
        final byte[] bytes = utf8(reason);
        message.rank(rank).cause((short) cause.ordinal()).putReason(bytes, 0, bytes.length);
        return frame(message.limit());
    }

    ByteBuffer bye(final int size)
    {
        return frame(new ByeEncoder().wrapAndApplyHeader(buffer, LENGTH_BYTES, header).size(size).limit());
    }

    private ByteBuffer frame(final int limit)
    {
        buffer.putInt(0, limit - LENGTH_BYTES, ByteOrder.LITTLE_ENDIAN);
        final byte[] bytes = new byte[limit];
        buffer.getBytes(0, bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] utf8(final String text)
    {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
