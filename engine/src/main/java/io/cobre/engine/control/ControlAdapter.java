package io.cobre.engine.control;

import io.cobre.codecs.control.AbortDecoder;
import io.cobre.codecs.control.AddressDecoder;
import io.cobre.codecs.control.ByeDecoder;
import io.cobre.codecs.control.DoneDecoder;
import io.cobre.codecs.control.ErrorDecoder;
import io.cobre.codecs.control.GoDecoder;
import io.cobre.codecs.control.HeartbeatDecoder;
import io.cobre.codecs.control.HelloDecoder;
import io.cobre.codecs.control.MessageHeaderDecoder;
import io.cobre.codecs.control.PeersDecoder;
import io.cobre.codecs.control.ProgressDecoder;
import io.cobre.codecs.control.ReadyDecoder;
import io.cobre.codecs.control.RefusedDecoder;
import io.cobre.codecs.control.ResultDecoder;
import io.cobre.codecs.control.StopDecoder;
import io.cobre.codecs.control.TableDecoder;
import io.cobre.codecs.control.WelcomeDecoder;
import org.agrona.concurrent.UnsafeBuffer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The only decoder of control messages. Variable data is viewed before it is copied, so that a length field which
 * points beyond the frame fails its bounds check and never allocates.
 */
final class ControlAdapter
{
    private final ControlHandler handler;
    private final UnsafeBuffer frame = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    ControlAdapter(final ControlHandler handler)
    {
        this.handler = handler;
    }

    void onFrame(final byte[] bytes, final int offset, final int length)
    {
        try
        {
            frame.wrap(bytes, offset, length);
            header.wrap(frame, 0);
            if (header.schemaId() != HelloDecoder.SCHEMA_ID)
            {
                throw new ControlProtocolException("schema " + header.schemaId() + " is not the control plane");
            }
            dispatch(header.templateId());
        }
        catch (final IndexOutOfBoundsException | IllegalArgumentException ex)
        {
            throw new ControlProtocolException("malformed frame of " + length + " bytes: " + ex.getMessage());
        }
    }

    private void dispatch(final int templateId)
    {
        switch (templateId)
        {
            case HelloDecoder.TEMPLATE_ID -> hello();
            case AddressDecoder.TEMPLATE_ID -> address();
            case ReadyDecoder.TEMPLATE_ID ->
                handler.onReady(new ReadyDecoder().wrapAndApplyHeader(frame, 0, header).rank());
            case HeartbeatDecoder.TEMPLATE_ID -> heartbeat();
            case ProgressDecoder.TEMPLATE_ID -> progress();
            case ResultDecoder.TEMPLATE_ID -> result();
            case ErrorDecoder.TEMPLATE_ID -> error();
            case DoneDecoder.TEMPLATE_ID ->
                handler.onDone(new DoneDecoder().wrapAndApplyHeader(frame, 0, header).rank());
            case RefusedDecoder.TEMPLATE_ID -> refused();
            case WelcomeDecoder.TEMPLATE_ID -> welcome();
            case PeersDecoder.TEMPLATE_ID -> peers();
            case GoDecoder.TEMPLATE_ID ->
                handler.onGo(new GoDecoder().wrapAndApplyHeader(frame, 0, header).size());
            case TableDecoder.TEMPLATE_ID -> table();
            case StopDecoder.TEMPLATE_ID ->
                handler.onStop(new StopDecoder().wrapAndApplyHeader(frame, 0, header).urgency());
            case AbortDecoder.TEMPLATE_ID -> abort();
            case ByeDecoder.TEMPLATE_ID ->
                handler.onBye(new ByeDecoder().wrapAndApplyHeader(frame, 0, header).size());
            default -> throw new ControlProtocolException("unknown message " + templateId);
        }
    }

    private void hello()
    {
        final HelloDecoder message = new HelloDecoder().wrapAndApplyHeader(frame, 0, header);
        message.wrapSecret(view);
        final byte[] secret = bytes();
        message.wrapHost(view);
        final String host = text();
        message.wrapFacts(view);
        handler.onHello(
            message.runId(),
            message.pid(),
            message.rank(),
            message.size(),
            message.protocolVersion(),
            secret,
            host,
            text());
    }

    private void address()
    {
        final AddressDecoder message = new AddressDecoder().wrapAndApplyHeader(frame, 0, header);
        message.wrapAddress(view);
        handler.onAddress(message.rank(), bytes());
    }

    private void heartbeat()
    {
        final HeartbeatDecoder message = new HeartbeatDecoder().wrapAndApplyHeader(frame, 0, header);
        final RankProgress progress = new RankProgress(message.progress(), message.sequence(), message.operation());
        handler.onHeartbeat(message.rank(), progress);
    }

    private void progress()
    {
        final ProgressDecoder message = new ProgressDecoder().wrapAndApplyHeader(frame, 0, header);
        message.wrapBody(view);
        handler.onProgress(message.rank(), bytes());
    }

    private void result()
    {
        final ResultDecoder message = new ResultDecoder().wrapAndApplyHeader(frame, 0, header);
        message.wrapBody(view);
        handler.onResult(message.rank(), bytes());
    }

    private void error()
    {
        final ErrorDecoder message = new ErrorDecoder().wrapAndApplyHeader(frame, 0, header);
        message.wrapBody(view);
        handler.onError(message.rank(), message.exitCode(), bytes());
    }

    private void refused()
    {
        new RefusedDecoder().wrapAndApplyHeader(frame, 0, header).wrapReason(view);
        handler.onRefused(text());
    }

    private void welcome()
    {
        final WelcomeDecoder message = new WelcomeDecoder().wrapAndApplyHeader(frame, 0, header);
        final long runId = message.runId();
        final Map<String, String> settings = new LinkedHashMap<>();
        for (final WelcomeDecoder.SettingsDecoder setting : message.settings())
        {
            setting.wrapName(view);
            final String name = text();
            setting.wrapText(view);
            settings.put(name, text());
        }
        handler.onWelcome(runId, settings);
    }

    private void peers()
    {
        final List<GroupMember> members = new ArrayList<>();
        for (final PeersDecoder.MembersDecoder member
            : new PeersDecoder().wrapAndApplyHeader(frame, 0, header).members())
        {
            final long pid = member.pid();
            member.wrapHost(view);
            final String host = text();
            member.wrapAddress(view);
            members.add(new GroupMember(pid, host, bytes()));
        }
        handler.onPeers(members);
    }

    private void table()
    {
        final List<RankProgress> table = new ArrayList<>();
        for (final TableDecoder.MembersDecoder member
            : new TableDecoder().wrapAndApplyHeader(frame, 0, header).members())
        {
            table.add(new RankProgress(member.progress(), member.sequence(), member.operation()));
        }
        handler.onTable(table);
    }

    private void abort()
    {
        final AbortDecoder message = new AbortDecoder().wrapAndApplyHeader(frame, 0, header);
        message.wrapReason(view);
        handler.onAbort(message.rank(), AbortCause.of(message.cause()), text());
    }

    private byte[] bytes()
    {
        final byte[] bytes = new byte[view.capacity()];
        view.getBytes(0, bytes);
        return bytes;
    }

    private String text()
    {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
