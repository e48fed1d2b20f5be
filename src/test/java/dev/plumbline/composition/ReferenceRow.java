package dev.plumbline.composition;

import java.util.Random;

/// A row of a manifest; null where it has no value.
record ReferenceRow(
    int uid,
    String url,
    String text,
    Integer width,
    Integer height,
    Double similarity,
    String language,
    String license) {
  private static final String[] WORDS = {
    "dog", "Dogs", "a cat", "DOG", "女性が", "o'hara", "it\"s", "x' or '1'='1", "; drop", "en", "ja"
  };

  static ReferenceRow random(Random random, int uid) {
    StringBuilder caption = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      caption
          .append(WORDS[random.nextInt(WORDS.length)])
          .append(random.nextInt(8) == 0 ? "  " : " ");
    }
    return new ReferenceRow(
        uid,
        pick(
            random,
            null,
            "http://www.a.example/1",
            "https://B.A.example:80/x",
            "no address",
            "http://c.org/"),
        random.nextInt(10) == 0 ? null : caption.toString(),
        random.nextInt(8) == 0 ? null : random.nextInt(-1, 12),
        random.nextInt(8) == 0 ? null : random.nextInt(0, 12),
        random.nextInt(8) == 0 ? null : random.nextInt(100) / 100.0,
        pick(random, null, "en", " EN ", "ja", "", "o'hara"),
        pick(random, null, "cc-by", "x' or '1'='1", "; DROP"));
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  String sql() {
    return "("
        + text(Integer.toString(uid))
        + ", "
        + text(url)
        + ", "
        + text(text)
        + ", "
        + width
        + "::INTEGER, "
        + height
        + "::INTEGER, "
        + similarity
        + "::FLOAT, "
        + text(language)
        + ", "
        + text(license)
        + ")";
  }

  private static String text(String value) {
    return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
  }
}
