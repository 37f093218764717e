package ukaz.app.job;

import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import ukaz.ingest.store.Store;

/**
 * Spring Batch on the store's own database, so that rows and progress are committed together.
 *
 * <p>Wired by hand: a context that finds its parts by scanning costs more than the check of a small workbook.
 */
public final class JobEngine {

    /** The script of the engine's tables, but for the name of the database at its end. */
    public static final String TABLES = "/org/springframework/batch/core/schema-";

    private final PlatformTransactionManager transactions;
    private final JobRepository repository;
    private final TaskExecutorJobOperator operator;
    private final ObservationRegistry observations;

    private JobEngine(
            PlatformTransactionManager transactions,
            JobRepository repository,
            TaskExecutorJobOperator operator,
            ObservationRegistry observations) {
        this.transactions = transactions;
        this.repository = repository;
        this.operator = operator;
        this.observations = observations;
    }

    /**
     * Starts the engine on this store, making its tables where there are none.
     *
     * @param observations hears what Spring Batch tells of jobs, steps and chunks
     */
    public static JobEngine on(Store store, ObservationRegistry observations) {
        DataSource dataSource = store.dataSource();
        PlatformTransactionManager transactions = new JdbcTransactionManager(dataSource);
        try {
            if (!store.hasTable("BATCH_JOB_INSTANCE")) {
                store.runScript(TABLES + store.database() + ".sql");
            }
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(dataSource);
            factory.setJdbcOperations(new JdbcTemplate(dataSource));
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            JobRepository repository = factory.getObject();
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.setObservationRegistry(observations);
            operator.afterPropertiesSet();
            return new JobEngine(transactions, repository, operator, observations);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the batch engine did not start: " + e.getMessage(), e);
        }
    }

    /** True where the job can go on to its end with these parameters, or has still to be begun with them. */
    boolean isUnfinished(String job, JobParameters parameters) {
        JobExecution last = last(job, parameters);
        return last == null || last.getStatus() != BatchStatus.COMPLETED;
    }

    /** True where the job was begun with these parameters. */
    boolean isBegun(String job, JobParameters parameters) {
        return last(job, parameters) != null;
    }

    private @Nullable JobExecution last(String job, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(job, parameters);
        return instance == null ? null : repository.getLastJobExecution(instance);
    }

    JobRepository repository() {
        return repository;
    }

    PlatformTransactionManager transactions() {
        return transactions;
    }

    /**
     * Runs the job to its end: afresh, or from where an execution with the same parameters was stopped or killed.
     *
     * <p>The caller holds the lock of the run, so that an execution that looks alive is known to be dead.
     */
    public JobExecution run(Job job, JobParameters parameters) throws Exception {
        observe(job);
        JobExecution last = last(job.getName(), parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
        if (last == null) {
            forgetUnbegun(job.getName(), parameters);
        } else {
            settle(last);
        }
        return operator.start(job, parameters);
    }

    /** An instance and its first execution are noted one after the other: killed in between, it would never be begun. */
    private void forgetUnbegun(String job, JobParameters parameters) {
        JobInstance unbegun = repository.getJobInstance(job, parameters);
        if (unbegun != null) {
            repository.deleteJobInstance(unbegun);
        }
    }

    /**
     * Lets what ended without a verdict begin again: steps that workers elsewhere have left behind, and those whose last commit
     * a lost connection or a full disk left in doubt. Each step looks itself at how far the store has come.
     */
    private void settle(JobExecution ended) {
        for (StepExecution step : ended.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (isOpen(ended.getStatus())) {
            ended.setStatus(BatchStatus.FAILED);
            repository.update(ended);
        }
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    private void observe(Job job) {
        if (job instanceof AbstractJob observable) {
            observable.setObservationRegistry(observations);
            observable.getStepNames().forEach(name -> observed(Objects.requireNonNull(observable.getStep(name))));
        }
    }

    /** The step, told of to whoever listens. */
    Step observed(Step step) {
        if (step instanceof AbstractStep observable) {
            observable.setObservationRegistry(observations);
        }
        return step;
    }
}
