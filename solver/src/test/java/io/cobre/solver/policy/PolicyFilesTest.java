package io.cobre.solver.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cobre.engine.CobreVersion;
import io.cobre.engine.CobreException;
import io.cobre.solver.lp.CutRows;
import io.cobre.solver.lp.FutureParts;
import io.cobre.solver.study.Risk;

class PolicyFilesTest
{
    @TempDir
    private Path parent;

    private Path folder;
    private Policy policy;

    @BeforeEach
    void save()
    {
        final Random random = new Random(7);
        final CutPool first = new CutPool(0, 3);
        final CutPool last = new CutPool(1, 3);
        for (int cut = 0; cut < 40; cut++)
        {
            first.add(random.nextGaussian(), random.doubles(3, -1.0, 1.0).toArray(), 0, 1 + cut / 2, cut % 2);
        }
        first.remove(17);
        first.bound(3, 5, 9);
        policy = new Policy(
            new PolicyInfo("print", "solver 1", 20, 2, 3, 0, 42, 123.456, 130.5, List.of(-2e9, 0.0)),
            List.of(first, last));
        folder = parent.resolve("policy");
        policy.save(folder);
    }

    private static Policy byOpening()
    {
        final FutureParts parts = new FutureParts(2, new Risk(0.5, 0.5), 77L);
        final CutPool pool = new CutPool(0, 3, parts);
        pool.add(2.0, new double[]{1.0, 0.0, 0.0}, 0, 1, 0, 0);
        pool.add(5.0, new double[]{0.0, 1.0, 0.0}, 0, 1, 0, 1);
        pool.add(4.5, new double[]{0.0, 0.0, 1.0}, 0, 0, 0, CutRows.WHOLE);
        return new Policy(
            new PolicyInfo("print", "solver 1", 1, 1, 3, 0, 42, 1.0, Double.NaN, List.of(-3000.0, 0.0)),
            List.of(pool, new CutPool(1, 3)));
    }

    /** Costs of 2 and 6 after the openings have the mean 4 and the tail 6. */
    @Test
    void shouldPutTheFutureCostTogetherFromItsParts()
    {
        assertEquals(5000.0, byOpening().evaluate(0, new double[]{0.0, 1.0, 0.0}));
        assertEquals(6500.0, byOpening().evaluate(0, new double[]{0.0, 1.0, 2.0}));
    }

    /** Gains of 8, of which the LPs believe 3, and of 1 have the mean -2 and the tail -1. */
    @Test
    void shouldValueNoPartBelowItsFloor()
    {
        assertEquals(-1500.0, byOpening().evaluate(0, new double[]{-10.0, -6.0, -20.0}));
    }

    @Test
    void shouldGiveBackCutsByOpening()
    {
        final Policy saved = byOpening();
        saved.save(folder);
        final Policy loaded = Policy.load(folder);

        assertEquals(saved.digest(), loaded.digest());
        assertEquals(saved.pool(0).parts(), loaded.pool(0).parts());
        assertEquals(List.of(0, 1, -1), loaded.cuts(0).stream().map(Cut::opening).toList());
        assertEquals(FutureParts.NONE, loaded.pool(1).parts());
    }

    @Test
    void shouldTellCutsOfOpeningsApart()
    {
        final Policy one = byOpening();
        final CutPool pool = new CutPool(0, 3, one.pool(0).parts());
        for (final int opening : new int[]{1, 0, CutRows.WHOLE})
        {
            final int slot = pool.populated();
            final double[] slopes =
                IntStream.range(0, 3).mapToDouble(index -> one.pool(0).coefficient(slot, index)).toArray();
            pool.add(one.pool(0).intercept(slot), slopes, 0, 1, 0, opening);
        }
        assertNotEquals(one.digest(), new Policy(one.info(), List.of(pool, one.pool(1))).digest());
    }

    @Test
    void shouldRefuseDamagedCutsByOpening() throws IOException
    {
        byOpening().save(folder);
        shouldRefuseEveryTruncation();
        byOpening().save(folder);
        shouldRefuseEveryFlippedBit();
    }

    private String kindOfFailure()
    {
        final CobreException failure = assertThrows(CobreException.class, () -> Policy.load(folder));
        assertTrue(null != failure.suggestion(), failure.getMessage());
        return failure.kind().id();
    }

    @Test
    void shouldGiveBackWhatWasSaved()
    {
        final Policy loaded = Policy.load(folder);

        assertEquals(policy.digest(), loaded.digest());
        assertEquals(policy.info(), loaded.info());
        assertEquals(5, loaded.pool(0).activeCount(3));
        assertEquals(9, loaded.pool(0).lastActiveIteration(3));
        assertEquals(39, loaded.pool(0).activeCuts());
        assertEquals(0, loaded.pool(1).populated());
        assertEquals(
            policy.evaluate(0, new double[]{1.0, 2.0, 3.0}), loaded.evaluate(0, new double[]{1.0, 2.0, 3.0}));
    }

    @Test
    void shouldValueTheFutureAsTheLpsDo()
    {
        final CutPool earning = new CutPool(0, 1);
        earning.add(-5.0, new double[]{-1.0}, 0, 1, 0);
        earning.add(-6.0, new double[]{-0.5}, 0, 1, 1);
        new Policy(
            new PolicyInfo("print", "solver 1", 1, 2, 1, 0, 42, -5.0, Double.NaN, List.of(-9000.0)),
            List.of(earning)).save(folder);
        final Policy loaded = Policy.load(folder);

        assertEquals(-5000.0, loaded.evaluate(0, new double[]{0.0}));
        assertEquals(-7500.0, loaded.evaluate(0, new double[]{3.0}));
        assertEquals(-9000.0, loaded.evaluate(0, new double[]{30.0}));
        assertEquals(0.0, policy.evaluate(1, new double[]{1.0, 2.0, 3.0}));
    }

    @Test
    void shouldSummariseCutsByStage()
    {
        final PolicySummary summary = Policy.load(folder).summary();

        assertEquals(
            List.of(new PolicySummary.StageCuts(0, 40, 39), new PolicySummary.StageCuts(1, 0, 0)), summary.stages());
        assertEquals(40, summary.totalCuts());
        assertEquals(policy.digest(), summary.digest());
    }

    @Test
    void shouldReplaceAnOlderPolicyAndLeaveNothingBeside() throws IOException
    {
        policy.save(folder);

        try (var files = Files.list(parent))
        {
            assertEquals(List.of(folder), files.toList());
        }
        assertEquals(policy.digest(), Policy.load(folder).digest());
    }

    @Test
    void shouldSayThatThereIsNoPolicy()
    {
        folder = parent.resolve("elsewhere");
        assertEquals("OutputNotFound", kindOfFailure());
    }

    @Test
    void shouldSayThatAFileIsMissing() throws IOException
    {
        Files.delete(folder.resolve("cuts/stage_001.bin"));
        assertEquals("OutputNotFound", kindOfFailure());
    }

    @Test
    void shouldRefuseEveryTruncation() throws IOException
    {
        final Path file = folder.resolve("cuts/stage_000.bin");
        final byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 13)
        {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertEquals("OutputCorrupted", kindOfFailure(), "length " + length);
        }
    }

    @Test
    void shouldRefuseEveryFlippedBit() throws IOException
    {
        final Path file = folder.resolve("cuts/stage_000.bin");
        final byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += 11)
        {
            final byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(file, damaged);
            assertEquals("OutputCorrupted", kindOfFailure(), "byte " + at);
        }
    }

    @Test
    void shouldRefuseMetadataThatAreNoJsonOrLackAField() throws IOException
    {
        final Path metadata = folder.resolve("metadata.json");
        final String text = Files.readString(metadata);
        assertTrue(text.contains("\"cobre_version\" : \"" + CobreVersion.current()), text);
        assertTrue(text.contains("\"warm_start_cuts\" : 0"), text);
        Files.writeString(metadata, text.substring(0, text.length() / 2));
        assertEquals("OutputCorrupted", kindOfFailure());
        Files.writeString(metadata, text.replace("num_stages", "number"));
        assertEquals("OutputCorrupted", kindOfFailure());
        Files.writeString(metadata, text.replace("\"format_version\" : 1", "\"format_version\" : 9"));
        assertEquals("OutputCorrupted", kindOfFailure());
    }
}
