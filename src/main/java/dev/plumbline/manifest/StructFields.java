package dev.plumbline.manifest;

import java.util.ArrayList;
import java.util.List;

/// The fields of a column whose type is a structure, as the embedded engine writes it: `STRUCT(name
/// TYPE, "other name" TYPE)`. Structures within structures are followed a few levels down; lists
/// and maps are not.
final class StructFields {
  /// Fields that lie deeper are not looked at.
  static final int DEEPEST = 4;

  private static final String START = "STRUCT(";

  private StructFields() {}

  /// The column, followed by its fields.
  static List<Column> with(Column column) {
    List<Column> all = new ArrayList<>();
    add(column, all);
    return all;
  }

  private static void add(Column column, List<Column> all) {
    all.add(column);
    String type = column.type();
    if (type.startsWith(START) && type.endsWith(")") && column.path().size() < DEEPEST) {
      for (String field : split(type.substring(START.length(), type.length() - 1))) {
        int end = nameEnd(field);
        add(column.field(unquoted(field.substring(0, end)), field.substring(end).strip()), all);
      }
    }
  }

  /// The parts between commas that stand in no brackets and no quotes.
  private static List<String> split(String fields) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < fields.length(); i++) {
      char c = fields.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      } else if (!quoted && depth == 0 && c == ',') {
        parts.add(fields.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(fields.substring(start).strip());
    return parts;
  }

  private static int nameEnd(String field) {
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ' ') {
        return i;
      }
    }
    return field.length();
  }

  private static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
