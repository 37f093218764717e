package ukaz.model.data;

/** A text in the two languages of the reports. */
public record Bilingual(String ru, String en) {}
