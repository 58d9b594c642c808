package io.cobre.engine.control;

import io.cobre.codecs.control.HelloEncoder;
import io.cobre.codecs.control.MessageHeaderEncoder;
import io.cobre.engine.BackendException;
import io.cobre.engine.CollectiveFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CoordinatorTest
{
    private static final long HEARTBEAT_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private final List<ControlClient> clients = new ArrayList<>();
    private RunDirectory directory;
    private Coordinator coordinator;

    @BeforeEach
    void create()
    {
        directory = RunDirectory.create();
    }

    @AfterEach
    void close()
    {
        clients.forEach(ControlClient::close);
        coordinator.closeNow();
        directory.close();
    }

    @Test
    void shouldTakeAGroupFromHelloToBye() throws IOException
    {
        start(3, RunDirectory.controlSocket(directory.path()));
        IntStream.range(0, 3).forEach((rank) -> join(rank, 3, "secret", "facts"));
        await(() -> clients.stream().allMatch((client) -> client.settings() != null));
        clients.forEach((client) -> assertEquals(Map.of("mtu", "8192"), client.settings()));
        clients.forEach((client) -> assertEquals(77, client.runId()));
        IntStream.range(0, 3).forEach((rank) -> clients.get(rank).address(new byte[]{(byte) rank}));
        await(() -> clients.stream().allMatch((client) -> client.peers() != null));
        assertArrayEquals(new byte[]{2}, clients.get(0).peers().get(2).address());
        clients.subList(0, 2).forEach(ControlClient::ready);
        assertTrue(clients.stream().noneMatch(ControlClient::isGo));
        clients.get(2).ready();
        await(() -> clients.stream().allMatch(ControlClient::isGo));
        clients.get(1).operationStarted(4, 9);
        await(() -> "allreduce #9".equals(clients.get(0).lastOperation(1)));
        clients.get(2).progress(new byte[]{1});
        clients.get(2).result(new byte[]{2});
        coordinator.stop(1);
        await(() -> clients.stream().allMatch((client) -> client.stopUrgency() == 1));
        clients.forEach(ControlClient::done);
        await(() -> clients.stream().allMatch(ControlClient::isBye));
        clients.forEach((client) -> assertNull(client.failure()));
        assertTrue(log.containsAll(List.of("go", "progress 2", "result 2", "bye")), log.toString());
    }

    @Test
    void shouldTellWhoIsSilentWhenOthersAreDone()
    {
        start(3, RunDirectory.controlSocket(directory.path()));
        IntStream.range(0, 3).forEach(
            (rank) -> join(rank, 3, "secret", "facts", 2 == rank ? TimeUnit.HOURS.toNanos(1) : HEARTBEAT_NS));
        await(() -> clients.stream().allMatch((client) -> client.settings() != null));
        IntStream.range(0, 3).forEach((rank) -> clients.get(rank).address(new byte[]{(byte) rank}));
        await(() -> clients.stream().allMatch((client) -> client.peers() != null));
        clients.forEach(ControlClient::ready);
        await(() -> clients.stream().allMatch(ControlClient::isGo));
        clients.get(0).done();
        await(() -> clients.get(0).failure() != null && clients.get(1).failure() != null);
        assertTrue(
            clients.get(0).failure().getMessage().contains("rank 2 (pid " + ProcessHandle.current().pid() +
            ") has given no sign of life for 2000 ms, others are done"),
            clients.get(0).failure().getMessage());
        assertTrue(log.contains("silent 2"), log.toString());
    }

    @Test
    void shouldAskALateRankToStop()
    {
        start(2, RunDirectory.controlSocket(directory.path()));
        join(0, 2, "secret", "facts");
        coordinator.stop(0);
        await(() -> clients.get(0).stopUrgency() == 0);
        join(1, 2, "secret", "facts");
        await(() -> clients.get(1).stopUrgency() == 0);
    }

    @Test
    void shouldTellTheOthersOfADeath()
    {
        start(3, ControlAddress.tcp("127.0.0.1", 0));
        assertTrue(coordinator.address().port() > 0);
        IntStream.range(0, 3).forEach((rank) -> join(rank, 3, "secret", "facts"));
        await(() -> clients.stream().allMatch((client) -> client.settings() != null));
        clients.get(1).close();
        await(() -> clients.get(0).failure() != null && clients.get(2).failure() != null);
        assertEquals(CollectiveFailedException.Reason.PEER_LOST, clients.get(0).failure().reason());
        assertEquals(1, clients.get(2).failure().context().get("rank"));
        assertTrue(log.contains("lost 1"), log.toString());
    }

    @Test
    void shouldTellTheOthersOfAnError()
    {
        start(2, RunDirectory.controlSocket(directory.path()));
        IntStream.range(0, 2).forEach((rank) -> join(rank, 2, "secret", "facts"));
        await(() -> clients.stream().allMatch((client) -> client.settings() != null));
        clients.get(0).error(4, ErrorRecord.encode(new IllegalStateException("out of tea")));
        await(() -> clients.get(1).failure() != null);
        assertEquals(CollectiveFailedException.Reason.ABORTED, clients.get(1).failure().reason());
        assertTrue(clients.get(1).failure().getMessage().contains("out of tea"));
    }

    @Test
    void shouldTellTheRanksThatTheCoordinatorIsGone()
    {
        start(2, RunDirectory.controlSocket(directory.path()));
        join(0, 2, "secret", "facts");
        await(() -> clients.get(0).settings() != null);
        coordinator.closeNow();
        await(() -> clients.get(0).failure() != null);
        assertEquals(CollectiveFailedException.Reason.ABORTED, clients.get(0).failure().reason());
    }

    @Test
    void shouldRefuseWhoDoesNotBelong()
    {
        start(2, RunDirectory.controlSocket(directory.path()));
        join(0, 2, "secret", "facts");
        await(() -> clients.get(0).settings() != null);
        assertRefused("wrong secret", join(1, 2, "guess", "facts"));
        assertRefused("rank 1 believes in 3 ranks, the group has 2", join(1, 3, "secret", "facts"));
        assertRefused("rank 0 is taken by process", join(0, 2, "secret", "facts"));
        assertRefused("rank 5 is not in 0..1", join(5, 2, "secret", "facts"));
        assertRefused("rank 1 has other facts: 'else', the group has 'facts'", join(1, 2, "secret", "else"));
        await(() -> 5 == log.stream().filter((line) -> line.startsWith("refused")).count());
        final ControlClient last = join(1, 2, "secret", "facts");
        await(() -> last.settings() != null);
        assertNull(last.refusal());
        assertNull(clients.get(0).failure());
        assertEquals(5, log.stream().filter((line) -> line.startsWith("refused")).count(), log.toString());
    }

    @Test
    void shouldRefuseAnotherProtocolVersion() throws IOException
    {
        start(2, RunDirectory.controlSocket(directory.path()));
        final ByteBuffer hello = new ControlPublisher().hello(
            0, 1, 1, 2, "secret".getBytes(StandardCharsets.US_ASCII), "host", "facts");
        final int version = Integer.BYTES + MessageHeaderEncoder.ENCODED_LENGTH +
            HelloEncoder.protocolVersionEncodingOffset();
        hello.order(ByteOrder.LITTLE_ENDIAN).putInt(version, ControlPublisher.PROTOCOL_VERSION + 6);
        final String reason = "protocol version 7 of rank 1, the group has 1";
        assertTrue(answer(hello).contains(reason));
        await(() -> log.contains("refused 1 " + reason));
    }

    @Test
    void shouldNameThoseWhoDoNotJoin()
    {
        start(3, RunDirectory.controlSocket(directory.path()), 200);
        join(1, 3, "secret", "facts").address(new byte[0]);
        await(() -> clients.get(0).failure() != null);
        assertTrue(
            clients.get(0).failure().getMessage().contains("did not join within 200 ms: 0, 2"),
            clients.get(0).failure().getMessage());
    }

    @Test
    void shouldRefuseAnAddressThatIsTaken()
    {
        start(1, ControlAddress.tcp("127.0.0.1", 0));
        final ControlAddress taken = coordinator.address();
        final BackendException failure = assertThrows(
            BackendException.class, () -> Coordinator.start(new CoordinatorContext().size(1).address(taken)));
        assertEquals(taken.toString(), failure.context().get("address"));
        assertThrows(
            BackendException.class,
            () -> Coordinator.start(new CoordinatorContext().size(1).address(ControlAddress.tcp("192.0.2.1", 0))));
    }

    @Test
    void shouldOutliveGarbage() throws IOException
    {
        start(1, ControlAddress.tcp("127.0.0.1", 0));
        final long seed = 20_260_101L;
        final Random random = new Random(seed);
        for (int i = 0; i < 200; i++)
        {
            final byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            if (garbage.length >= 12 && i % 2 == 0)
            {
                final ByteBuffer frame = ByteBuffer.wrap(garbage).order(ByteOrder.LITTLE_ENDIAN);
                frame.putInt(garbage.length - 4).putShort((short) 24).putShort((short) random.nextInt(30))
                    .putShort((short) 2).putShort((short) 0);
            }
            try (Socket socket = new Socket("127.0.0.1", coordinator.address().port()))
            {
                socket.getOutputStream().write(garbage);
            }
            catch (final IOException ex)
            {
                assertTrue(ex.getMessage() != null, "seed " + seed);
            }
        }
        final ControlClient client = join(0, 1, "secret", "facts");
        await(() -> client.settings() != null);
    }

    @Test
    void shouldNotReserveWhatALengthClaims() throws IOException
    {
        start(1, RunDirectory.controlSocket(directory.path()));
        final ByteBuffer claim = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(1 << 30).flip();
        final String text = answer(claim);
        assertTrue(text.contains("frame of 1073741824 bytes"), text);
    }

    /**
     * All that the coordinator sends until it hangs up.
     */
    private String answer(final ByteBuffer frame) throws IOException
    {
        try (SocketChannel channel = SocketChannel.open(coordinator.address().socketAddress()))
        {
            channel.write(frame);
            final ByteBuffer answer = ByteBuffer.allocate(4096);
            int read;
            do
            {
                read = channel.read(answer);
            }
            while (read > 0);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        }
    }

    private void start(final int size, final ControlAddress address)
    {
        start(size, address, 10_000);
    }

    private void start(final int size, final ControlAddress address, final long joinTimeoutMs)
    {
        coordinator = Coordinator.start(new CoordinatorContext()
            .address(address)
            .runId(77)
            .size(size)
            .secret("secret")
            .settings(Map.of("mtu", "8192"))
            .joinTimeoutNs(TimeUnit.MILLISECONDS.toNanos(joinTimeoutMs))
            .silenceTimeoutNs(TimeUnit.SECONDS.toNanos(2))
            .listener(new Recorder()));
    }

    private ControlClient join(final int rank, final int size, final String secret, final String facts)
    {
        return join(rank, size, secret, facts, HEARTBEAT_NS);
    }

    private ControlClient join(
        final int rank, final int size, final String secret, final String facts, final long heartbeatNs)
    {
        try
        {
            final ControlClient client = ControlClient.connect(
                new ControlClientContext()
                .address(coordinator.address())
                .rank(rank)
                .size(size)
                .secret(secret)
                .facts(facts)
                .heartbeatIntervalNs(heartbeatNs)
                .status(StatusFile.create(null, rank, size)),
                HostId.local());
            clients.add(client);
            return client;
        }
        catch (final IOException ex)
        {
            throw new AssertionError(ex);
        }
    }

    private void assertRefused(final String reason, final ControlClient client)
    {
        await(() -> client.refusal() != null);
        assertTrue(client.refusal().contains(reason), client.refusal());
    }

    private static void await(final BooleanSupplier condition)
    {
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean())
        {
            if (System.nanoTime() - deadlineNs > 0)
            {
                throw new AssertionError("waited 20 s in vain");
            }
            Thread.onSpinWait();
        }
    }

    private class Recorder implements CoordinatorListener
    {
        @Override
        public void onRefused(final int rank, final String reason)
        {
            log.add("refused " + rank + " " + reason);
        }

        @Override
        public void onGo()
        {
            log.add("go");
        }

        @Override
        public void onProgress(final int rank, final byte[] body)
        {
            log.add("progress " + rank);
        }

        @Override
        public void onResult(final int rank, final byte[] body)
        {
            log.add("result " + rank);
        }

        @Override
        public void onLost(final int rank)
        {
            log.add("lost " + rank);
        }

        @Override
        public void onSilent(final int rank)
        {
            log.add("silent " + rank);
        }

        @Override
        public void onBye()
        {
            log.add("bye");
        }
    }
}
