package dev.plumbline.performance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tasks of the known benchmarks, from `assets/reference/tasks.csv`.
///
/// Sources name one dataset in several ways (`vtab/cifar100` in CLIP_benchmark, `wds/vtab/cifar100`
/// for its web copy, `CIFAR-100` in open_clip's tables); the catalogue knows them as one task.
/// Members of the aggregates: VTAB's 19 tasks and VTAB+'s 35 (the published list without the
/// multi-label VOC task, which has no acc1) after CLIP_benchmark, the 38 after DataComp.
final class TaskCatalog {
  private static final String RESOURCE = "/assets/reference/tasks.csv";
  private static final TaskCatalog BUNDLED = load();

  private final List<Task> tasks;
  private final Map<String, Task> byName;

  private TaskCatalog(List<Task> tasks, Map<String, Task> byName) {
    this.tasks = tasks;
    this.byName = byName;
  }

  /// The catalogue that comes with the program.
  static TaskCatalog bundled() {
    return BUNDLED;
  }

  /// The task that a source calls `dataset`, if it is a known one.
  Optional<Task> find(String dataset) {
    return Optional.ofNullable(byName.get(withoutStorage(dataset)));
  }

  /// One name for a dataset, whatever its source calls it.
  String canonical(String dataset) {
    return find(dataset).map(Task::id).orElseGet(() -> withoutStorage(dataset));
  }

  /// Members of an aggregate, in the catalogue's order.
  List<Task> group(String group) {
    return tasks.stream().filter(task -> task.groups().contains(group)).toList();
  }

  private static String withoutStorage(String dataset) {
    return dataset.startsWith("wds/") ? dataset.substring(4) : dataset;
  }

  private static TaskCatalog load() {
    try (InputStream in = TaskCatalog.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Task> tasks = new ArrayList<>();
      Map<String, Task> byName = new HashMap<>();
      for (CsvTable.Row row : CsvTable.parse(Path.of("tasks.csv"), text).rows()) {
        Task task =
            new Task(
                row.text("task"), row.text("main_metric"), Set.of(row.text("groups").split("\\|")));
        tasks.add(task);
        byName.put(task.id(), task);
        for (String alias : row.text("aliases").split("\\|")) {
          byName.put(alias, task);
        }
      }
      byName.remove("");
      return new TaskCatalog(List.copyOf(tasks), Map.copyOf(byName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
