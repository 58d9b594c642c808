package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.study.Study;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bits of every case on any number of workers, on threads and processes, and after a stop and a resume. The
 * network carries every other case, shared memory the rest.
 */
@Tag("slow")
class EveryCaseTest
{
    private static final int PASSES = 3;
    private static final int ITERATIONS = 3;
    private static final int SCENARIOS = 4;
    private static final PathMatcher FILES =
        FileSystems.getDefault().getPathMatcher("glob:**/{simulation/**.parquet,policy/**.bin}");

    @TempDir
    private Path folder;

    /**
     * What must not depend on how it was computed; files by path.
     */
    private record Bits(
        String policy, String bounds, long lpSolves, String simulation, Map<String, ByteBuffer> files)
    {
    }

    private static Stream<Arguments> cases() throws IOException
    {
        final List<Path> all = CaseFolders.all();
        return IntStream.range(0, all.size())
            .mapToObj((index) -> Arguments.of(all.get(index), index % 2 == 0 ? "shm" : "tcp"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldGiveTheSameBitsHoweverItIsComputed(final Path source, final String backend) throws IOException
    {
        final Study study = CaseFolders.load(source, Map.of(
            "training.forward_passes", "" + PASSES,
            "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": " + ITERATIONS + "}]"));
        final Bits alone = bits(study, "alone", new TrainOptions(), new SimulateOptions());
        assertTrue(alone.files().size() > study.stageCount());
        assertEquals(alone, bits(
            study, "threads", threads(new TrainOptions(), 3), threads(new SimulateOptions(), 3)));
        assertEquals(alone, bits(
            study, "processes",
            new TrainOptions().numWorkers(2).backend(backend),
            new SimulateOptions().numWorkers(2).backend(backend)));

        final TrainingResult begun = Cobre.train(
            study, threads(new TrainOptions(), 2).outputDirectory(folder.resolve("begun")).stopRequested(() -> true));
        assertEquals(1, begun.iterations());
        assertEquals(alone, bits(
            study, "begun", threads(new TrainOptions(), 3).threads(2).resume(), threads(new SimulateOptions(), 2)));
    }

    private static <T extends RunOptions<T>> T threads(final T options, final int ranks)
    {
        return options.numWorkers(ranks).startMethod(StartMethod.THREAD);
    }

    private Bits bits(
        final Study study, final String name, final TrainOptions train, final SimulateOptions simulate)
        throws IOException
    {
        final Path output = folder.resolve(name);
        final TrainingResult trained = Cobre.train(study, train.outputDirectory(output));
        final SimulationResult simulated = Cobre.simulate(
            study, trained.policy(), simulate.scenarios(SCENARIOS).outputDirectory(output));
        return new Bits(
            trained.policyDigest(), trained.boundsDigest(), trained.lpSolves(), simulated.digest(), files(output));
    }

    private static Map<String, ByteBuffer> files(final Path output) throws IOException
    {
        final Map<String, ByteBuffer> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(output))
        {
            for (final Path path : paths.filter(FILES::matches).toList())
            {
                files.put(output.relativize(path).toString(), ByteBuffer.wrap(Files.readAllBytes(path)));
            }
        }
        return files;
    }
}
