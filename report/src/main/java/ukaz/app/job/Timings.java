package ukaz.app.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** How long the stages of a run took, by the clock and by the processors; told and asked by the run's own thread. */
public final class Timings implements StepExecutionListener {

    /**
     * A stage that is over.
     *
     * @param key of its name
     * @param depth 0 for a step of the job, 1 for a part of one
     * @param wall how long one waited for it
     * @param cpu what the processors spent meanwhile, for whatever thread
     */
    public record Stage(String key, int depth, Duration wall, Duration cpu) {}

    private final List<Stage> stages = new ArrayList<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    /** Starts with what has gone by since the program was started. */
    static Timings sinceStart(Clock clock) {
        Instant now = clock.instant();
        Instant started = ProcessHandle.current().info().startInstant().orElse(now);
        Duration passed = started.isBefore(now) ? Duration.between(started, now) : Duration.ZERO;
        Timings timings = new Timings();
        timings.stages.add(new Stage("start", 0, passed, cpu()));
        return timings;
    }

    /** Times a part of the step that goes on. */
    <T> T time(String key, Supplier<T> work) {
        begin(key);
        try {
            return work.get();
        } finally {
            open.pop().run();
        }
    }

    void time(String key, Runnable work) {
        time(key, () -> {
            work.run();
            return true;
        });
    }

    private void begin(String key) {
        int place = stages.size();
        int depth = open.size();
        stages.add(new Stage(key, depth, Duration.ZERO, Duration.ZERO));
        long wall = System.nanoTime();
        Duration cpu = cpu();
        open.push(() ->
                stages.set(place, new Stage(key, depth, Duration.ofNanos(System.nanoTime() - wall), cpu().minus(cpu))));
    }

    /** In the order in which they began. */
    List<Stage> stages() {
        return List.copyOf(stages);
    }

    @Override
    public void beforeStep(StepExecution step) {
        begin(step.getStepName());
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        open.pop().run();
        return step.getExitStatus();
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
