package dev.plumbline.cli;

import java.util.List;
import java.util.Locale;

/// A plain HTML page that needs nothing but itself.
final class HtmlPage {
  private static final String STYLE =
      """
      body{font:14px/1.5 system-ui,sans-serif;margin:24px auto;max-width:1100px;padding:0 16px;\
      color:#1f2328;background:#fff}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:8px 0 24px}
      th,td{padding:4px 12px;border-bottom:1px solid #d1d9e0;text-align:right}
      th:first-child,td:first-child{text-align:left}
      h1{font-size:22px}h2{font-size:16px;margin-top:32px}
      img{max-width:100%;border:1px solid #d1d9e0;margin:8px 0}
      """;

  private final StringBuilder html = new StringBuilder();

  HtmlPage(Locale language, String title) {
    html.append("<!doctype html>\n<html lang=\"")
        .append(language.getLanguage())
        .append("\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(title))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n");
  }

  void heading(String text) {
    html.append("<h2>").append(escaped(text)).append("</h2>\n");
  }

  void paragraph(String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  void picture(String file) {
    html.append("<img src=\"")
        .append(escaped(file))
        .append("\" alt=\"")
        .append(escaped(file))
        .append("\">\n");
  }

  void table(List<String> header, List<List<String>> rows) {
    html.append("<table>\n");
    row("th", header);
    rows.forEach(row -> row("td", row));
    html.append("</table>\n");
  }

  private void row(String cell, List<String> texts) {
    html.append("<tr>");
    for (String text : texts) {
      html.append('<').append(cell).append('>').append(escaped(text));
      html.append("</").append(cell).append('>');
    }
    html.append("</tr>\n");
  }

  /// Ends the page and returns it.
  String end() {
    return html.append("</body></html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
