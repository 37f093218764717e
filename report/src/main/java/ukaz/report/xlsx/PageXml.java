package ukaz.report.xlsx;

/** How sheets are printed: landscape A4, one page wide, named at the head and numbered at the foot. */
final class PageXml {

    private PageXml() {}

    static String sheetStart(String tabColour) {
        return XlsxFile.XML + "<worksheet xmlns=\"" + XlsxFile.MAIN + "\" xmlns:r=\"" + XlsxFile.RELATIONS
                + "\"><sheetPr><tabColor rgb=\"FF" + tabColour + "\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
    }

    static String printing(String sheet, XlsxFile.Properties properties) {
        return "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/><headerFooter><oddHeader>"
                + XlsxFile.escaped("&L" + plain(properties.title()) + "&R" + plain(sheet))
                + "</oddHeader><oddFooter>"
                + XlsxFile.escaped("&L" + plain(properties.subject()) + "&R" + properties.footer())
                + "</oddFooter></headerFooter>";
    }

    /** An ampersand starts a code in heads and feet. */
    private static String plain(String text) {
        return text.replace("&", "&&");
    }
}
