package ukaz.app.job;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Makes a step of every file, or piece of one, that is still to be read. How far each has come stands in the store, and nothing of it in the
 * steps of earlier executions, so that no worker's last word about one of them can hold up a run.
 */
final class FileSplitter implements StepExecutionSplitter {

    private final String name;
    private final Supplier<Map<String, ExecutionContext>> files;
    private final JobRepository repository;

    FileSplitter(String name, Supplier<Map<String, ExecutionContext>> files, JobRepository repository) {
        this.name = name;
        this.files = files;
        this.repository = repository;
    }

    @Override
    public String getStepName() {
        return name;
    }

    @Override
    public Set<StepExecution> split(StepExecution whole, int gridSize) {
        Set<StepExecution> steps = new LinkedHashSet<>();
        for (String file : files.get().keySet()) {
            steps.add(repository.createStepExecution(name + ":" + file, whole.getJobExecution()));
        }
        return steps;
    }
}
