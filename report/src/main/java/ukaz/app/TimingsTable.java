package ukaz.app;

import java.time.Duration;
import java.util.List;
import ukaz.app.job.Timings.Stage;

/** How long each stage of a run took, on stderr. */
final class TimingsTable {

    private static final int NAME = 28;
    private static final int NUMBER = 14;

    private final Session session;
    private final List<Stage> stages;

    TimingsTable(Session session, List<Stage> stages) {
        this.session = session;
        this.stages = stages;
    }

    void print() {
        Messages messages = session.messages();
        line(messages.text("timings.stage"), messages.text("timings.wall"), messages.text("timings.cpu"));
        Duration wall = Duration.ZERO;
        Duration cpu = Duration.ZERO;
        for (Stage stage : stages) {
            line(
                    "  ".repeat(stage.depth()) + messages.text("timings." + stage.key()),
                    seconds(stage.wall()),
                    seconds(stage.cpu()));
            if (stage.depth() == 0) {
                wall = wall.plus(stage.wall());
                cpu = cpu.plus(stage.cpu());
            }
        }
        line(messages.text("timings.total"), seconds(wall), seconds(cpu));
    }

    private String seconds(Duration time) {
        return session.messages().text("timings.seconds", time.toMillis() / 1000.0);
    }

    private void line(String name, String wall, String cpu) {
        session.err()
                .println(name
                        + " ".repeat(Math.max(1, NAME + NUMBER - name.length() - wall.length()))
                        + wall
                        + " ".repeat(Math.max(1, NUMBER - cpu.length()))
                        + cpu);
    }
}
