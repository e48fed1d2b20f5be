package dev.plumbline.relation;

import dev.plumbline.core.Order;
import dev.plumbline.performance.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The known layouts of tables of association results, told apart by their columns.
enum ResultLayout {
  /// Results of cross-modal tests as arXiv 2502.07957 keeps them, bare or with facts of models.
  CROSS_MODAL(
      "cross-modal results",
      List.of("Image Test", "Text Test", "order", "model", "effect_size"),
      new Columns(
          "model", "effect_size", "pvalue", "npermutations", List.of("nt", "nt", "naa", "nab"))) {
    @Override
    List<String> names(CsvTable.Row row) {
      boolean text = !order(row).imageTargets();
      boolean textAttributes = !order(row).imageAttributes();
      return named(
          row,
          text ? "text_target_1" : "image_target_1",
          text ? "text_target_2" : "image_target_2",
          textAttributes ? "text_attribute_1" : "image_attribute_1",
          textAttributes ? "text_attribute_2" : "image_attribute_2");
    }

    @Override
    String test(CsvTable.Row row) {
      return row.text("Text Test").isBlank() ? category(row) : row.text("Text Test");
    }

    @Override
    String category(CsvTable.Row row) {
      return row.required("Image Test");
    }

    @Override
    Order order(CsvTable.Row row) {
      return row.parsed("order", Order::parse);
    }
  },
  /// The same study's replication of the image tests, without an order column.
  IMAGE_REPLICATION(
      "image test results",
      List.of("Target", "X", "Y", "A", "B", "Attribute", "model", "effect_size"),
      new Columns(
          "model", "effect_size", "pvalue", "npermutations", List.of("nt", "nt", "na", "na"))) {
    @Override
    List<String> names(CsvTable.Row row) {
      return named(row, "X", "Y", "A", "B");
    }

    @Override
    String test(CsvTable.Row row) {
      return row.text("Attribute").equals("Valence")
          ? row.required("Target") + "/Valence"
          : row.required("Target") + "/" + row.text("A") + " vs. " + row.text("B");
    }
  },
  /// Results of the image tests as their authors publish them (`results-full.csv`).
  IMAGE(
      "image test results",
      List.of("Test", "Model", "X", "Y", "A", "B", "d", "p"),
      new Columns("Model", "d", "p", "", List.of("n_t", "n_t", "n_a", "n_a"))) {
    @Override
    List<String> names(CsvTable.Row row) {
      return named(row, "X", "Y", "A", "B");
    }

    @Override
    String test(CsvTable.Row row) {
      return row.required("Test");
    }
  },
  /// Results of sentence tests (`results.tsv`).
  SENTENCE(
      "sentence test results",
      List.of("model", "test", "p_value", "effect_size"),
      new Columns(
          "model",
          "effect_size",
          "p_value",
          "",
          List.of("num_targ1", "num_targ2", "num_attr1", "num_attr2"))) {
    @Override
    String test(CsvTable.Row row) {
      return row.required("test");
    }

    @Override
    Order order(CsvTable.Row row) {
      return Order.ALL_TEXT;
    }
  },
  /// Plumbline's own tidy table.
  TIDY(
      "tidy results",
      List.of("model", "test", "category", "order", "d"),
      new Columns("model", "d", "p", "permutations", List.of("n_x", "n_y", "n_a", "n_b"))) {
    @Override
    String test(CsvTable.Row row) {
      return row.required("test");
    }

    @Override
    String category(CsvTable.Row row) {
      return row.required("category");
    }

    @Override
    Order order(CsvTable.Row row) {
      return row.parsed("order", Order::parse);
    }
  };

  /// Names of the columns with numbers; those that a table lacks are passed over.
  record Columns(String model, String d, String p, String permutations, List<String> n) {}

  private final String words;
  private final List<String> required;
  private final Columns columns;

  ResultLayout(String words, List<String> required, Columns columns) {
    this.words = words;
    this.required = required;
    this.columns = columns;
  }

  /// The layout of a table, if it is known.
  static Optional<ResultLayout> of(CsvTable table) {
    return of(table.header());
  }

  /// The layout of a table with that header, if it is known.
  static Optional<ResultLayout> of(List<String> header) {
    return Arrays.stream(values())
        .filter(layout -> header.containsAll(layout.required))
        .findFirst();
  }

  /// Kind of table, in words.
  String words() {
    return words;
  }

  Columns columns() {
    return columns;
  }

  /// Name of the test.
  abstract String test(CsvTable.Row row);

  /// Category of the test; where a table names none, the test itself.
  String category(CsvTable.Row row) {
    return test(row);
  }

  /// Order of the test; image tables name none.
  Order order(CsvTable.Row row) {
    return Order.ALL_IMAGE;
  }

  /// Names of X, Y, A, B, none if the table does not say.
  List<String> names(CsvTable.Row row) {
    return List.of();
  }

  /// Numbers of stimuli in X, Y, A, B, none if the table does not say.
  List<Integer> counts(CsvTable.Row row) {
    List<Integer> counts = new ArrayList<>();
    for (String column : columns.n()) {
      OptionalDouble n = row.has(column) ? row.number(column) : OptionalDouble.empty();
      if (n.isEmpty()) {
        return List.of();
      }
      counts.add((int) n.getAsDouble());
    }
    return counts;
  }

  private static List<String> named(CsvTable.Row row, String... columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      if (!row.has(column) || row.text(column).isBlank()) {
        return List.of();
      }
      names.add(row.text(column));
    }
    return names;
  }
}
