package io.cobre.bench.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Ends a worker while it trains: a Java agent whose argument names rank, way ({@code exit} or {@code halt}) and code,
 * for example {@code 1:exit:7}.
 */
public final class FaultAgent
{
    private static final String TRAINER = "io.cobre.solver.train.Trainer";

    private FaultAgent()
    {
    }

    /**
     * Entry, before that of the worker.
     *
     * @param argument as above.
     */
    public static void premain(final String argument)
    {
        final String[] parts = argument.split(":");
        final String rank = System.getenv().getOrDefault("COBRE_SHM_RANK", System.getenv("COBRE_TCP_RANK"));
        if (parts[0].equals(rank))
        {
            final Thread main = Thread.currentThread();
            final Thread thread = new Thread(() -> end(main, parts[1], Integer.parseInt(parts[2])), "fault");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * The option that makes a JVM take this agent.
     *
     * @param folder   for its archive.
     * @param argument as above.
     */
    static String option(final Path folder, final String argument) throws IOException
    {
        final Path archive = folder.resolve("fault.jar");
        final String name = FaultAgent.class.getName();
        final String entry = name.replace('.', '/') + ".class";
        final Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(archive), manifest);
            InputStream bytes = FaultAgent.class.getClassLoader().getResourceAsStream(entry))
        {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
        return "-javaagent:" + archive + "=" + argument;
    }

    private static void end(final Thread main, final String way, final int code)
    {
        while (Arrays.stream(main.getStackTrace()).noneMatch((frame) -> frame.getClassName().equals(TRAINER)))
        {
            LockSupport.parkNanos(1_000_000);
        }
        if ("halt".equals(way))
        {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }
}
