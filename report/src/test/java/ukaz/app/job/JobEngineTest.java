package ukaz.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import ukaz.ingest.store.Store;

/** A job that goes on, or begins, after whatever has stopped it. */
class JobEngineTest {

    @TempDir
    private Path work;

    @Test
    void a_job_that_was_killed_before_its_first_execution_was_noted_begins() throws Exception {
        try (Store store = Store.embedded(work.resolve("store.db"))) {
            JobEngine engine = JobEngine.on(store, ObservationRegistry.NOOP);
            Job job = new JobBuilder("import", engine.repository())
                    .start(new StepBuilder("step", engine.repository())
                            .tasklet((contribution, context) -> RepeatStatus.FINISHED, engine.transactions())
                            .build())
                    .build();
            JobParameters parameters =
                    new JobParametersBuilder().addLong("run", 1L).toJobParameters();
            engine.repository().createJobInstance("import", parameters);

            assertThat(engine.isUnfinished("import", parameters)).isTrue();
            assertThat(engine.run(job, parameters).getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(engine.isUnfinished("import", parameters)).isFalse();
        }
    }
}
