package ukaz.app.job;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.model.RowCounts;

/** Proves that nothing was lost: counts of the readers against each other, and against what is in the store. */
final class Balance implements Tasklet {

    private final Store store;

    Balance(Store store) {
        this.store = store;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RowCounts all = RowCounts.NONE;
        for (SourceSummary source : store.sources()) {
            for (SheetSummary sheet : source.sheets()) {
                if (!sheet.counts().balances()) {
                    throw new IllegalStateException(
                            "rows of " + source.path() + " were lost or doubled: " + sheet.counts());
                }
                all = all.plus(sheet.counts());
            }
        }
        RowCounts stored = store.contents().recount();
        if (stored.records() != all.records()
                || stored.notData() != all.notData()
                || stored.rejected() != all.rejected()) {
            throw new IllegalStateException("the store holds " + stored + " where the readers counted " + all);
        }
        return RepeatStatus.FINISHED;
    }
}
