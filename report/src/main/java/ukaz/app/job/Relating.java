package ukaz.app.job;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import ukaz.ingest.store.CrossRecords;
import ukaz.ingest.store.Store;

/** Finds who is who among all records, and judges what takes several records to see; all in one transaction. */
final class Relating implements Tasklet {

    private final CheckRequest request;
    private final Store store;
    private final Timings timings;
    private final @Nullable Importing importing;

    Relating(CheckRequest request, Store store, Timings timings, @Nullable Importing importing) {
        this.request = request;
        this.store = store;
        this.timings = timings;
        this.importing = importing;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        if (store.isRelated()) {
            // It was committed, and the process ended before the step was noted as over.
            return RepeatStatus.FINISHED;
        }
        try (SpareMemory memory = SpareMemory.in(request.output());
                ReferenceRegister reference = ReferenceRegister.open(request)) {
            Known known = importing == null ? null : Known.of(importing, request);
            Relation relation = relation(memory, known);
            if (!relation.relate(reference) && known != null) {
                relation = relation(memory, known.nothing());
                relation.relate(reference);
            }
            store.addTallies(Store.WHOLE_RUN, relation.complete());
            store.noteRelated();
        }
        if (importing != null) {
            importing.archive().related(importing.run());
        }
        return RepeatStatus.FINISHED;
    }

    private Relation relation(SpareMemory memory, @Nullable Known known) {
        Store held = importing == null ? store : importing.archive().held(importing.run());
        return new Relation(request, new CrossRecords(held, memory::ints), store, memory, known, timings);
    }
}
