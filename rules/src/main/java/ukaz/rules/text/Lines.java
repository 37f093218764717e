package ukaz.rules.text;

/** Plain text for a terminal: headings, indented paragraphs broken at words (not at no-break spaces), hanging entries. */
final class Lines {

    private final int width;
    private final StringBuilder out = new StringBuilder();

    Lines(int width) {
        this.width = width;
    }

    Lines line(String text) {
        out.append(text.stripTrailing().replace('\u00a0', ' ')).append('\n');
        return this;
    }

    Lines blank() {
        return line("");
    }

    Lines heading(String text) {
        return blank().paragraph(0, text);
    }

    /** A paragraph, every line of it indented. */
    Lines paragraph(int indent, String text) {
        return entry(indent, "", indent, text);
    }

    /** A paragraph after a label; its lines stand {@code hang} columns in, the first one after the label. */
    Lines entry(int indent, String label, int hang, String text) {
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append(label);
        if (!label.isEmpty() && line.length() >= hang) {
            line(line.toString());
            line.setLength(0);
        }
        boolean first = true;
        for (String word : text.split("\\s+")) {
            if (!first && line.length() + 1 + word.length() > width) {
                line(line.toString());
                line.setLength(0);
                first = true;
            }
            if (first) {
                line.append(" ".repeat(Math.max(0, hang - line.length()))).append(word);
                first = false;
            } else {
                line.append(' ').append(word);
            }
        }
        return line(line.toString());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
