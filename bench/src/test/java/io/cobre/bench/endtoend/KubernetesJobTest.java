package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Kubernetes job without a cluster: its parts fit together, and its container's command with its variables is a
 * rank when JOB_COMPLETION_INDEX is set as Kubernetes does.
 */
class KubernetesJobTest
{
    private static final Path JOB = LaunchScripts.EXAMPLES.resolve("launch/kubernetes-job.yaml");

    @TempDir
    private Path folder;
    private Map<String, Object> service;
    private Map<String, Object> job;
    private Map<String, Object> pod;
    private Map<String, Object> container;

    @BeforeEach
    void readJob() throws IOException
    {
        final List<Map<String, Object>> documents = PlainYaml.documents(Files.readAllLines(JOB));
        assertEquals(2, documents.size());
        service = documents.get(0);
        job = documents.get(1);
        pod = map(job, "spec", "template", "spec");
        container = maps(pod, "containers").get(0);
    }

    @Test
    void shouldFitTogether()
    {
        assertEquals("Service", service.get("kind"));
        assertEquals("None", map(service, "spec").get("clusterIP"));
        assertEquals("Job", job.get("kind"));
        final Map<String, Object> spec = map(job, "spec");
        assertEquals("Indexed", spec.get("completionMode"));
        assertEquals(spec.get("completions"), spec.get("parallelism"));
        assertEquals(spec.get("completions"), variable("COBRE_TCP_SIZE"));
        final Object name = map(job, "metadata").get("name");
        assertEquals(name, map(service, "spec", "selector").get("job-name"));
        assertEquals(pod.get("subdomain"), map(service, "metadata").get("name"));
        assertTrue(variable("COBRE_TCP_COORDINATOR").startsWith(name + "-0." + pod.get("subdomain") + ":"));
        assertEquals(
            maps(pod, "volumes").stream().map((volume) -> volume.get("name")).toList(),
            maps(container, "volumeMounts").stream().map((mount) -> mount.get("name")).toList());
    }

    @Test
    @Tag("slow")
    void shouldMakeEachPodARank() throws Exception
    {
        final LaunchScripts scripts = new LaunchScripts(folder);
        final int size = Integer.parseInt(variable("COBRE_TCP_SIZE"));
        final List<CobreProcess> others = new ArrayList<>();
        try
        {
            final int port = LaunchScriptsTest.unusedPort();
            for (int index = 1; index < size; index++)
            {
                others.add(CobreProcess.startCommand(command(scripts, index, port)));
            }
            scripts.check(size, LaunchScripts.ended(CobreProcess.startCommand(command(scripts, 0, port))));
        }
        finally
        {
            for (final CobreProcess other : others)
            {
                other.close();
            }
        }
    }

    /**
     * What the container of a pod does, with the name service of the cluster in a file.
     */
    private List<String> command(final LaunchScripts scripts, final int index, final int port) throws IOException
    {
        final String[] coordinator = variable("COBRE_TCP_COORDINATOR").split(":");
        final Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + coordinator[0] + "\n");
        final List<String> command = new ArrayList<>(List.of(
            "env", "JOB_COMPLETION_INDEX=" + index, "JAVA_TOOL_OPTIONS=-Djdk.net.hosts.file=" + hosts));
        for (final Map<String, Object> variable : maps(container, "env"))
        {
            final Object name = variable.get("name");
            final Object given = variable.get("value");
            command.add(name + "=" + ("COBRE_TCP_COORDINATOR".equals(name) ? coordinator[0] + ":" + port :
                given != null ? given : map(variable, "valueFrom").containsKey("fieldRef") ? "127.0.0.1" : "secret"));
        }
        for (final Object word : (List<?>) container.get("command"))
        {
            command.add(word.toString()
                .replace("/opt/cobre/cobre", scripts.launcher().toString())
                .replace("/cases/my-case", LaunchScripts.CASE));
        }
        command.addAll(List.of("--output", scripts.output().toString(), "--format", "json"));
        return command;
    }

    private String variable(final String name)
    {
        return maps(container, "env").stream()
            .filter((variable) -> name.equals(variable.get("name")))
            .map((variable) -> (String) variable.get("value"))
            .findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(final Map<String, Object> root, final String... path)
    {
        Map<String, Object> map = root;
        for (final String key : path)
        {
            map = (Map<String, Object>) map.get(key);
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(final Map<String, Object> parent, final String key)
    {
        return (List<Map<String, Object>>) parent.get(key);
    }
}
