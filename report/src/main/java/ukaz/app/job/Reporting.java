package ukaz.app.job;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import ukaz.ingest.store.Store;
import ukaz.report.ReportRequest;
import ukaz.report.Reports;
import ukaz.report.run.RunInfo;

/** Writes the reports. */
final class Reporting implements Tasklet {

    /** Where the paths written stand in the context of the job, for whoever started it. */
    static final String WRITTEN = "written";

    /** How many findings of a severity a reviewer has settled, by its key. */
    static final String SETTLED = "settled-";

    private final CheckRequest request;
    private final Store store;

    Reporting(CheckRequest request, Store store) {
        this.request = request;
        this.store = store;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        request.progress().stage(Progress.Stage.REPORT, 1);
        ReportRequest wanted = ReportRequest.of(request.book(), request.language(), request.formats(), request.output())
                .against(request.previous())
                .annotating(request.annotate() ? request.options() : null);
        RunInfo run = request.info().ended(request.clock().instant());
        Reports.Written written = Reports.write(store, run, wanted);
        ExecutionContext job =
                context.getStepContext().getStepExecution().getJobExecution().getExecutionContext();
        job.put(
                WRITTEN,
                String.join("\n", written.files().stream().map(Path::toString).toList()));
        written.settled().forEach((severity, count) -> job.putLong(SETTLED + severity.key(), count));
        return RepeatStatus.FINISHED;
    }
}
