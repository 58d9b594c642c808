package io.cobre.engine.collective;

import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.Plan;

/**
 * A planned operation as its user sees it.
 */
final class PlannedOperation implements Plan
{
    private final OperationDriver driver;
    private final Operation operation;

    PlannedOperation(final OperationDriver driver, final Operation operation)
    {
        this.driver = driver;
        this.operation = operation;
    }

    @Override
    public Plan start()
    {
        driver.enter();
        try
        {
            if (!operation.isDone())
            {
                throw new InvalidCommunicatorException(
                    OperationNames.operation(operation.signature().template()) + " #" + operation.sequence() +
                    " is still running; a plan runs once at a time");
            }
            driver.start(operation);
        }
        finally
        {
            driver.leave();
        }
        return this;
    }

    @Override
    public boolean poll()
    {
        return operation.isDone() || driver.poll(operation);
    }

    @Override
    public boolean isDone()
    {
        return operation.isDone();
    }

    @Override
    public void await()
    {
        await(Long.MAX_VALUE);
    }

    @Override
    public void await(final long timeoutNs)
    {
        if (operation.isDone())
        {
            return;
        }
        driver.enter();
        try
        {
            driver.await(operation, timeoutNs);
        }
        finally
        {
            driver.leave();
        }
    }
}
