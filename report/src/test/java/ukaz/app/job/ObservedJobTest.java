package ukaz.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import ukaz.app.operate.Metrics;
import ukaz.ingest.store.Store;

/** A job on the engine, seen through the metrics. */
class ObservedJobTest {

    @TempDir
    private Path work;

    @Test
    void a_job_its_steps_and_chunks_are_observed_but_not_its_items() throws Exception {
        try (Metrics metrics = Metrics.on("127.0.0.1", 0);
                Store store = Store.embedded(work.resolve("store.db"))) {
            JobEngine engine = JobEngine.on(store, metrics.observations());
            Job job = new JobBuilder("import", engine.repository())
                    .start(new StepBuilder("ingest:17", engine.repository())
                            .<Integer, Integer>chunk(2)
                            .reader(new ListItemReader<>(List.of(1, 2, 3)))
                            .writer(chunk -> {})
                            .transactionManager(engine.transactions())
                            .build())
                    .build();

            assertThat(engine.run(job, new JobParameters()).getStatus()).isEqualTo(BatchStatus.COMPLETED);

            String numbers = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + "/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(numbers.lines())
                    .anyMatch(line -> line.startsWith("spring_batch_job_seconds_count{")
                            && line.contains("spring_batch_job_name=\"import\"")
                            && line.contains("spring_batch_job_status=\"COMPLETED\"")
                            && line.endsWith(" 1"))
                    .anyMatch(line -> line.startsWith("spring_batch_step_seconds_count{")
                            && line.contains("spring_batch_step_name=\"ingest\"")
                            && line.endsWith(" 1"))
                    .anyMatch(line -> line.startsWith("spring_batch_chunk_write_seconds_count{") && line.endsWith(" 2"))
                    .noneMatch(line -> line.contains("spring_batch_item"))
                    .noneMatch(line -> line.contains("ingest:17"));
        }
    }
}
