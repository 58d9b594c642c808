package io.cobre.solver.worker;

import io.cobre.engine.control.RankSession;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.output.SimulationTables;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.policy.PolicyBytes;
import io.cobre.solver.policy.PolicyInfo;
import io.cobre.solver.simulate.ScenarioCount;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.stochastic.SharedModel;
import io.cobre.solver.study.Study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Simulate a policy, whose cuts lie in the run directory. Every rank writes the tables of its own scenarios.
 *
 * @param studyBytes the case.
 * @param lp         the LP solver.
 * @param info       of the policy.
 * @param scenarios  number of all scenarios.
 * @param tables     folder for the tables; null writes none.
 */
record SimulationJob(byte[] studyBytes, LpChoice lp, PolicyInfo info, int scenarios, String tables)
    implements WorkerJob
{
    @Override
    public void run(final RankSession session, final Study study, final LpSource solvers) throws IOException
    {
        final Path file = session.runDirectory().resolve(RunFiles.POLICY);
        final Policy policy = PolicyBytes.decode(info, Files.readAllBytes(file), file);
        try (SharedModel stochastic = SharedModel.of(study, session.communicator());
            Simulator simulator = new Simulator(
                study, stochastic.model(), policy, session.communicator(), solvers))
        {
            final SimulationResult result = simulator.simulate(
                scenarios,
                new ScenarioCount(
                    SimulationTables.into(tables == null ? null : Path.of(tables), study, stochastic.model()),
                    (done) -> session.progress(RecordCodec.encode(new ScenariosDone(done)))));
            session.result(RecordCodec.encode(
                new RankReport(
                    List.of(result.digest()),
                    session.rank() == 0 ? result : null,
                    solvers.ladder().summary().orElse(null))));
        }
    }
}
