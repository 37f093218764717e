package ukaz.report.xlsx;

/** How a cell looks; the order is that of the cell formats in the workbook's styles. */
public enum Look {
    PLAIN(Font.BODY, Fill.NONE, "", "vertical=\"top\""),
    WRAPPED(Font.BODY, Fill.NONE, "", "vertical=\"top\" wrapText=\"1\""),
    /** Text that begins as a formula does: marked, so that editing it does not make it one. */
    QUOTED(Font.BODY, Fill.NONE, "", "vertical=\"top\" wrapText=\"1\""),
    COUNT(Font.BODY, Fill.NONE, "3", "vertical=\"top\" horizontal=\"right\" indent=\"1\""),
    LINK(Font.LINK, Fill.NONE, "", "vertical=\"top\""),
    HEAD(Font.HEAD, Fill.INK, "", "vertical=\"center\" wrapText=\"1\""),
    TITLE(Font.TITLE, Fill.NONE, "", "vertical=\"center\""),
    SECTION(Font.SECTION, Fill.NONE, "", "vertical=\"center\""),
    LABEL(Font.BOLD, Fill.NONE, "", "vertical=\"top\" wrapText=\"1\""),
    FAINT(Font.FAINT, Fill.NONE, "", "vertical=\"top\" wrapText=\"1\""),
    NOTE(Font.NOTE, Fill.NONE, "", "vertical=\"top\""),
    /** For the reviewer to fill. */
    INPUT(Font.BODY, Fill.PAPER, "", "vertical=\"top\" wrapText=\"1\""),
    INPUT_DATE(Font.BODY, Fill.PAPER, "14", "vertical=\"top\" horizontal=\"left\""),
    BAD(Font.VERDICT, Fill.ERROR, "", "vertical=\"center\" indent=\"1\""),
    DOUBTFUL(Font.BOLD, Fill.WARNING, "", "vertical=\"center\" indent=\"1\""),
    GOOD(Font.BOLD, Fill.GOOD, "", "vertical=\"center\" indent=\"1\""),
    TOTAL(Font.BOLD, Fill.NONE, "3", "vertical=\"top\" horizontal=\"right\" indent=\"1\""),
    SUBHEAD(Font.BOLD, Fill.MIST, "", "vertical=\"center\" wrapText=\"1\""),
    SUBHEAD_RIGHT(Font.BOLD, Fill.MIST, "", "vertical=\"center\" horizontal=\"right\" indent=\"1\" wrapText=\"1\""),
    /** A link whose text may be longer than its column is wide. */
    LONG_LINK(Font.LINK, Fill.NONE, "", "vertical=\"top\" wrapText=\"1\"");

    /** Fonts of the workbook, in the order of its styles. */
    enum Font {
        BODY("<sz val=\"9\"/><color rgb=\"FF1F2933\"/>"),
        BOLD("<b/><sz val=\"9\"/><color rgb=\"FF1F2933\"/>"),
        LINK("<u/><sz val=\"9\"/><color rgb=\"FF1D4E89\"/>"),
        HEAD("<b/><sz val=\"9\"/><color rgb=\"FFFFFFFF\"/>"),
        TITLE("<b/><sz val=\"18\"/><color rgb=\"FF22313F\"/>"),
        SECTION("<b/><sz val=\"12\"/><color rgb=\"FF8C2F39\"/>"),
        FAINT("<sz val=\"7\"/><color rgb=\"FF6B7280\"/>"),
        NOTE("<i/><sz val=\"9\"/><color rgb=\"FF52606D\"/>"),
        VERDICT("<b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/>");

        final String xml;

        Font(String xml) {
            this.xml = xml;
        }
    }

    /** Fills of the workbook, in the order of its styles; the second is one that the format reserves. */
    enum Fill {
        NONE(""),
        RESERVED(""),
        INK("FF22313F"),
        PAPER("FFFBF6E6"),
        ERROR("FF8C2F39"),
        WARNING("FFF0CF8E"),
        GOOD("FFD5E5D3"),
        MIST("FFE9EDF1");

        final String rgb;

        Fill(String rgb) {
            this.rgb = rgb;
        }
    }

    final Font font;
    final Fill fill;
    final String numberFormat;
    final String alignment;
    /** Whether a row is as high as the text of its cells of this look; asked for each cell. */
    final boolean raisesRow;

    Look(Font font, Fill fill, String numberFormat, String alignment) {
        this.font = font;
        this.fill = fill;
        this.numberFormat = numberFormat;
        this.alignment = alignment;
        this.raisesRow = (font == Font.BODY || font == Font.LINK) && alignment.endsWith("wrapText=\"1\"");
    }

    /** The looks that a condition gives a cell, in the order of the workbook's differential formats. */
    public enum Tint {
        ERROR(
                "<font><b/><color rgb=\"FFFFFFFF\"/></font><fill><patternFill patternType=\"solid\"><bgColor rgb=\"FF8C2F39\"/></patternFill></fill>"),
        WARNING(
                "<font><b/></font><fill><patternFill patternType=\"solid\"><bgColor rgb=\"FFF0CF8E\"/></patternFill></fill>"),
        INFO("<fill><patternFill patternType=\"solid\"><bgColor rgb=\"FFE3EAF1\"/></patternFill></fill>"),
        /** A row that a reviewer has dealt with. */
        SETTLED("<font><color rgb=\"FF8A94A0\"/></font>"),
        RULED("<border><bottom style=\"thin\"><color rgb=\"FFDDE2E7\"/></bottom></border>"),
        BAND("<fill><patternFill patternType=\"solid\"><bgColor rgb=\"FFF4F1E8\"/></patternFill></fill>");

        final String xml;

        Tint(String xml) {
            this.xml = xml;
        }
    }

    static String stylesXml() {
        StringBuilder xml = new StringBuilder(8000);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        xml.append("<fonts count=\"").append(Font.values().length).append("\">");
        for (Font font : Font.values()) {
            xml.append("<font>").append(font.xml).append("<name val=\"Arial\"/><family val=\"2\"/></font>");
        }
        xml.append("</fonts><fills count=\"").append(Fill.values().length).append("\">");
        for (Fill fill : Fill.values()) {
            switch (fill) {
                case NONE -> xml.append("<fill><patternFill patternType=\"none\"/></fill>");
                case RESERVED -> xml.append("<fill><patternFill patternType=\"gray125\"/></fill>");
                default ->
                    xml.append("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"")
                            .append(fill.rgb)
                            .append("\"/></patternFill></fill>");
            }
        }
        xml.append("</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>");
        for (String side : new String[] {"left", "right", "top", "bottom"}) {
            xml.append('<')
                    .append(side)
                    .append(" style=\"hair\"><color rgb=\"FFB8C0C8\"/></")
                    .append(side)
                    .append('>');
        }
        xml.append("<diagonal/></border></borders>")
                .append(
                        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
                .append("<cellXfs count=\"")
                .append(values().length)
                .append("\">");
        for (Look look : values()) {
            boolean bordered = look == INPUT || look == INPUT_DATE;
            xml.append("<xf numFmtId=\"")
                    .append(look.numberFormat.isEmpty() ? "0" : look.numberFormat)
                    .append("\" fontId=\"")
                    .append(look.font.ordinal())
                    .append("\" fillId=\"")
                    .append(look.fill.ordinal())
                    .append("\" borderId=\"")
                    .append(bordered ? 1 : 0)
                    .append("\" xfId=\"0\" ")
                    .append(look == QUOTED ? "quotePrefix=\"1\" " : "")
                    .append(
                            "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment ")
                    .append(look.alignment)
                    .append("/></xf>");
        }
        xml.append(
                        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs count=\"")
                .append(Tint.values().length)
                .append("\">");
        for (Tint tint : Tint.values()) {
            xml.append("<dxf>").append(tint.xml).append("</dxf>");
        }
        return xml.append("</dxfs><tableStyles count=\"0\" defaultTableStyle=\"TableStyleLight1\"/></styleSheet>")
                .toString();
    }
}
