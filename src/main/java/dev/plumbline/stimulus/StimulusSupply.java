package dev.plumbline.stimulus;

import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The texts and images of a battery's sets, taken from the battery itself and from the user's
/// stimulus folder. What is missing is told when it is asked for, so that the rest can go on.
public final class StimulusSupply {
  private final Battery battery;
  private final Optional<StimulusFolder> folder;
  private final Optional<String> noFolder;

  private StimulusSupply(
      Battery battery, Optional<StimulusFolder> folder, Optional<String> noFolder) {
    this.battery = battery;
    this.folder = folder;
    this.noFolder = noFolder;
  }

  /// Looks through the folder if the battery needs it. Touches the disk.
  ///
  /// @param root the user's stimulus folder, empty if none was chosen
  public static StimulusSupply of(Battery battery, Optional<Path> root) {
    if (root.isEmpty() || !needsFolder(battery)) {
      return new StimulusSupply(battery, Optional.empty(), Optional.empty());
    }
    try {
      return new StimulusSupply(
          battery, Optional.of(StimulusFolder.open(root.get())), Optional.empty());
    } catch (PlumblineException e) {
      return new StimulusSupply(battery, Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  /// Whether any of the battery's sets takes stimuli from the user's folder.
  public static boolean needsFolder(Battery battery) {
    return battery.sets().values().stream()
        .anyMatch(set -> set.hasImages() || set.textRule().isPresent());
  }

  /// The words of a set before they are put into templates: listed, or taken by its rule, by
  /// falling rating.
  ///
  /// @throws PlumblineException if its rule cannot take any, with the reason
  public List<String> words(String name) {
    StimulusSet set = battery.sets().get(name);
    return set.textRule().map(rule -> table(rule.norms()).select(rule)).orElse(set.texts());
  }

  /// The sentences of a set.
  ///
  /// @throws PlumblineException if there are none, with the reason
  public List<String> texts(String name) {
    StimulusSet set = battery.sets().get(name);
    if (set.textRule().isPresent()) {
      return set.sentences(words(name));
    }
    if (set.sentences().isEmpty()) {
      throw new PlumblineException("The set \"" + name + "\" has no texts.");
    }
    return set.sentences();
  }

  /// The image files of a set.
  ///
  /// @throws PlumblineException if there are none, with the reason
  public List<Path> images(String name) {
    StimulusSet set = battery.sets().get(name);
    if (set.imageRule().isPresent()) {
      Selection rule = set.imageRule().get();
      NormsTable table = table(rule.norms());
      return folder.orElseThrow().imagesNamed(table, table.select(rule));
    }
    if (set.images().isEmpty()) {
      throw new PlumblineException("The set \"" + name + "\" has no images.");
    }
    return ImageFolder.list(imageFolder(set));
  }

  private Path imageFolder(StimulusSet set) {
    String wanted = set.images().orElseThrow();
    StimulusFolder root =
        folder.orElseThrow(
            () ->
                new PlumblineException(
                    noFolder.orElseGet(
                        () ->
                            battery
                                .imageSource()
                                .map(
                                    it ->
                                        ("The images of the set \"%s\" are not known: choose a"
                                                + " stimulus folder with the %s, %s.")
                                            .formatted(set.name(), it.name(), it.page()))
                                .orElse(
                                    ("The images of the set \"%s\" are not known: choose a"
                                            + " stimulus folder.")
                                        .formatted(set.name())))));
    return root.folder(wanted)
        .orElseThrow(
            () ->
                new PlumblineException(
                    "There is no folder %s%s."
                        .formatted(
                            root.root().resolve(wanted),
                            battery
                                .imageSource()
                                .map(it -> ": the " + it.name() + " are at " + it.page())
                                .orElse(""))));
  }

  private NormsTable table(NormsSource source) {
    StimulusFolder root =
        folder.orElseThrow(
            () ->
                new PlumblineException(
                    noFolder.orElseGet(
                        () ->
                            "The %s is not known: get it from %s and choose its folder."
                                .formatted(source.title(), source.page()))));
    return root.norms(source)
        .orElseThrow(
            () ->
                new PlumblineException(
                    "The %s is not below %s: get it from %s and put it there."
                        .formatted(source.title(), root.root(), source.page())));
  }

  /// The tables of norms that the battery's rules name and the folder holds.
  public List<NormsTable> norms() {
    List<NormsTable> tables = new ArrayList<>();
    for (NormsSource source : sources()) {
      try {
        folder.flatMap(it -> it.norms(source)).ifPresent(tables::add);
      } catch (PlumblineException _) {
        continue; // told where its words are asked for
      }
    }
    return tables;
  }

  private Set<NormsSource> sources() {
    Set<NormsSource> sources = new LinkedHashSet<>();
    for (StimulusSet set : battery.sets().values()) {
      set.textRule().ifPresent(rule -> sources.add(rule.norms()));
      set.imageRule().ifPresent(rule -> sources.add(rule.norms()));
    }
    return sources;
  }

  /// Everything that the battery does not bring along: norms first, then folders of images, each
  /// with what was found. Touches the disk.
  public List<StimulusNeed> needs() {
    List<StimulusNeed> needs = new ArrayList<>();
    sources().forEach(source -> needs.add(need(source)));
    Map<String, StimulusSet> folders = new LinkedHashMap<>();
    for (StimulusSet set : battery.sets().values()) {
      set.images().ifPresent(name -> folders.putIfAbsent(name, set));
    }
    folders.values().forEach(set -> needs.add(need(set)));
    return needs.stream().filter(need -> need.cells() > 0).toList();
  }

  private StimulusNeed need(NormsSource source) {
    Provider provider = new Provider(source.title(), source.page());
    int cells =
        cells(
            (set, image) ->
                (image ? set.imageRule() : set.textRule())
                    .filter(rule -> rule.norms() == source)
                    .isPresent());
    try {
      NormsTable table = table(source);
      if (source.ratesImages()) {
        for (StimulusSet set : battery.sets().values()) {
          set.imageRule().filter(rule -> rule.norms() == source).ifPresent(_ -> images(set.name()));
        }
      }
      return new StimulusNeed(
          source.title(),
          Optional.of(provider),
          cells,
          Optional.of(table.file()),
          table.entries().size(),
          Optional.empty(),
          table.notes());
    } catch (PlumblineException e) {
      return missing(source.title(), Optional.of(provider), cells, e.getMessage());
    }
  }

  private StimulusNeed need(StimulusSet set) {
    String name = set.images().orElseThrow();
    int cells = cells((one, image) -> image && one.images().equals(set.images()));
    try {
      Path found = imageFolder(set);
      return new StimulusNeed(
          name,
          battery.imageSource(),
          cells,
          Optional.of(found),
          ImageFolder.list(found).size(),
          Optional.empty(),
          List.of());
    } catch (PlumblineException e) {
      return missing(name, battery.imageSource(), cells, e.getMessage());
    }
  }

  private static StimulusNeed missing(
      String name, Optional<Provider> provider, int cells, String problem) {
    return new StimulusNeed(
        name, provider, cells, Optional.empty(), 0, Optional.of(problem), List.of());
  }

  private interface Use {
    boolean of(StimulusSet set, boolean image);
  }

  private int cells(Use use) {
    int cells = 0;
    for (AssociationTest test : battery.tests()) {
      for (Order order : test.orders()) {
        boolean used =
            use.of(battery.sets().get(test.x()), order.imageTargets())
                || use.of(battery.sets().get(test.y()), order.imageTargets())
                || use.of(battery.sets().get(test.a()), order.imageAttributes())
                || use.of(battery.sets().get(test.b()), order.imageAttributes());
        cells += used ? 1 : 0;
      }
    }
    return cells;
  }
}
