package dev.plumbline.stimulus;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TestId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads batteries: Plumbline's own format `plumbline-battery/1` (published as
/// `assets/batteries/battery.schema.json`) and SEAT/WEAT files (one JSON object `{targ1, targ2,
/// attr1, attr2}` a file, whatever its suffix).
///
/// Every complaint names the file and the JSON path.
public final class BatteryReader {
  /// Value of the member `schema` of Plumbline's own format.
  public static final String SCHEMA = "plumbline-battery/1";

  private BatteryReader() {}

  /// Reads a battery file.
  ///
  /// @throws PlumblineException if it is none
  public static Battery read(Path file) {
    return of(JsonTree.read(file), stem(file));
  }

  /// Reads a battery that comes with Plumbline.
  ///
  /// @param id name of the file below `assets/batteries`, without suffix
  /// @throws PlumblineException if there is none of that name
  public static Battery bundled(String id) {
    String name = "assets/batteries/" + id + ".json";
    try (InputStream in = BatteryReader.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new PlumblineException("Plumbline has no battery named \"" + id + "\".");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return of(JsonTree.parse(name, text), id);
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the battery \"" + id + "\".", e);
    }
  }

  private static Battery of(JsonTree root, String fallbackId) {
    if (root.isObject() && root.find("schema").isEmpty() && root.find("targ1").isPresent()) {
      return SentenceTestFile.battery(root, fallbackId);
    }
    String schema = root.get("schema").text();
    if (!schema.equals(SCHEMA)) {
      throw root.get("schema").error("is \"" + schema + "\", but must be \"" + SCHEMA + "\".");
    }
    String id = root.find("id").map(JsonTree::name).orElse(fallbackId);
    Map<String, StimulusSet> sets = sets(root.get("sets"));
    return new Battery(id, label(root, id), sets, tests(root.get("tests"), sets));
  }

  private static Map<String, StimulusSet> sets(JsonTree tree) {
    Map<String, StimulusSet> sets = new LinkedHashMap<>();
    for (String name : tree.names()) {
      sets.put(name, set(name, tree.get(name)));
    }
    return sets;
  }

  private static StimulusSet set(String name, JsonTree tree) {
    List<String> texts = texts(tree, "texts");
    List<String> templates = texts(tree, "templates");
    for (int i = 0; i < templates.size(); i++) {
      if (!templates.get(i).contains("{}")) {
        throw tree.get("templates").items().get(i).error("must hold {} where the word goes.");
      }
    }
    Optional<String> images = tree.find("images").map(BatteryReader::folder);
    if (texts.isEmpty() && images.isEmpty()) {
      throw tree.error("needs \"texts\" or \"images\".");
    }
    return new StimulusSet(name, label(tree, name), texts, templates, images);
  }

  private static String folder(JsonTree tree) {
    String folder = tree.name();
    Path path = Path.of(folder).normalize();
    if (path.isAbsolute() || path.startsWith("..")) {
      throw tree.error("must be a folder below the image folder, without \"..\".");
    }
    return folder;
  }

  private static List<String> texts(JsonTree tree, String name) {
    Optional<JsonTree> list = tree.find(name);
    if (list.isEmpty()) {
      return List.of();
    }
    return list.get().items().stream().map(JsonTree::name).toList();
  }

  private static List<AssociationTest> tests(JsonTree tree, Map<String, StimulusSet> sets) {
    List<AssociationTest> tests = new ArrayList<>();
    Set<TestId> ids = new HashSet<>();
    for (JsonTree item : tree.items()) {
      AssociationTest test = test(item, sets);
      if (!ids.add(test.id())) {
        throw item.get("id").error("the id \"" + test.id() + "\" is used twice.");
      }
      tests.add(test);
    }
    if (tests.isEmpty()) {
      throw tree.error("needs at least one test.");
    }
    return tests;
  }

  private static AssociationTest test(JsonTree tree, Map<String, StimulusSet> sets) {
    TestId id = new TestId(tree.get("id").name());
    AssociationTest test =
        new AssociationTest(
            id,
            tree.find("category").map(JsonTree::name).orElse(id.value()),
            label(tree, id.value()),
            setName(tree.get("x"), sets),
            setName(tree.get("y"), sets),
            setName(tree.get("a"), sets),
            setName(tree.get("b"), sets),
            orders(tree));
    checkOrders(tree, test, sets);
    return test;
  }

  private static String setName(JsonTree tree, Map<String, StimulusSet> sets) {
    String name = tree.name();
    if (!sets.containsKey(name)) {
      throw tree.error("there is no set \"" + name + "\" under $.sets.");
    }
    return name;
  }

  private static List<Order> orders(JsonTree tree) {
    Optional<JsonTree> list = tree.find("orders");
    if (list.isEmpty()) {
      return List.of(Order.values());
    }
    List<Order> orders = new ArrayList<>();
    for (JsonTree item : list.get().items()) {
      Order order = order(item);
      if (orders.contains(order)) {
        throw item.error("the order \"" + order.label() + "\" is named twice.");
      }
      orders.add(order);
    }
    if (orders.isEmpty()) {
      throw list.get().error("needs at least one order.");
    }
    return orders;
  }

  private static Order order(JsonTree item) {
    try {
      return Order.parse(item.text());
    } catch (PlumblineException e) {
      throw item.error(e.getMessage());
    }
  }

  private static void checkOrders(
      JsonTree tree, AssociationTest test, Map<String, StimulusSet> sets) {
    if (tree.find("orders").isEmpty()) {
      return;
    }
    for (Order order : test.orders()) {
      requireKind(tree.get("x"), sets.get(test.x()), order.imageTargets(), order);
      requireKind(tree.get("y"), sets.get(test.y()), order.imageTargets(), order);
      requireKind(tree.get("a"), sets.get(test.a()), order.imageAttributes(), order);
      requireKind(tree.get("b"), sets.get(test.b()), order.imageAttributes(), order);
    }
  }

  private static void requireKind(JsonTree tree, StimulusSet set, boolean image, Order order) {
    if (image ? set.images().isEmpty() : set.texts().isEmpty()) {
      throw tree.error(
          "the order \"%s\" needs %s, but the set \"%s\" has none."
              .formatted(order.label(), image ? "images" : "texts", set.name()));
    }
  }

  /// The member `label`: a text, or an object from language to text.
  static Labels label(JsonTree tree, String fallback) {
    Optional<JsonTree> label = tree.find("label");
    if (label.isEmpty()) {
      return Labels.of(fallback);
    }
    if (!label.get().isObject()) {
      return Labels.of(label.get().name());
    }
    Map<String, String> texts = new TreeMap<>();
    for (String language : label.get().names()) {
      texts.put(language, label.get().get(language).name());
    }
    if (texts.isEmpty()) {
      throw label.get().error("needs at least one language.");
    }
    return new Labels(texts);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
