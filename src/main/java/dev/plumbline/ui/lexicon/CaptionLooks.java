package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.CaptionSample;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.ListLook;
import dev.plumbline.composition.TermList;
import dev.plumbline.composition.TermNeighbour;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What lists and terms catch in captions of a manifest, found in the background as they are typed:
/// in its first rows until captions from all over it are drawn.
final class CaptionLooks {
  private static final int NEIGHBOURS = 6;

  private final CaptionSupply supply;
  private final Latest<CaptionSample> drawing;
  private final Latest<Found> looking;
  private final Latest<Map<String, Integer>> counting;
  private final Latest<List<TermNeighbour>> asking;
  private final ReadOnlyObjectWrapper<Optional<Found>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Map<String, Integer>> caught =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<TermNeighbour>> neighbours =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<CaptionSample>> sample =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<ManifestSource> source = Optional.empty();

  /// What a list catches.
  ///
  /// @param name the list's name
  /// @param list its terms as they were
  /// @param sample the captions
  record Found(String name, TermList list, CaptionSample sample, ListLook look) {}

  CaptionLooks(CaptionSupply supply, Workers workers) {
    this.supply = supply;
    drawing = new Latest<>(workers.quick(), workers.screen());
    looking = new Latest<>(workers.quick(), workers.screen());
    counting = new Latest<>(workers.quick(), workers.screen());
    asking = new Latest<>(workers.quick(), workers.screen());
  }

  /// Looks at a manifest.
  ///
  /// @param first its first rows, shown until more captions are there, or if no more can be drawn
  void from(Optional<ManifestSource> wanted, Optional<CaptionSample> first) {
    boolean same = wanted.equals(source);
    if (!same || sample.get().isEmpty()) {
      sample.set(first);
    }
    if (same) {
      return;
    }
    source = wanted;
    drawing.drop();
    wanted.ifPresent(
        it ->
            drawing.request(() -> supply.of(it), drawn -> sample.set(Optional.of(drawn)), _ -> {}));
  }

  /// Looks for the terms of a list.
  void look(String name, TermList list) {
    if (sample.get().isEmpty()) {
      looking.drop();
      found.set(Optional.empty());
      return;
    }
    CaptionSample captions = sample.get().get();
    looking.request(
        () -> new Found(name, list, captions, ListLook.of(list, captions.captions())),
        it -> found.set(Optional.of(it)),
        _ -> found.set(Optional.empty()));
  }

  /// Counts the captions that mention each list.
  void count(Lexicon lexicon) {
    List<String> captions = sample.get().map(CaptionSample::captions).orElse(List.of());
    counting.request(
        () -> captions.isEmpty() ? Map.of() : ListLook.caught(lexicon, captions),
        caught::set,
        _ -> caught.set(Map.of()));
  }

  /// Asks what a term stands beside; nothing is told of a term that may stand within words.
  void ask(Optional<String> term, boolean substring) {
    List<String> captions = sample.get().map(CaptionSample::captions).orElse(List.of());
    if (term.isEmpty() || substring || captions.isEmpty()) {
      asking.drop();
      neighbours.set(List.of());
      return;
    }
    asking.request(
        () -> TermNeighbour.of(term.get(), captions, NEIGHBOURS),
        neighbours::set,
        _ -> neighbours.set(List.of()));
  }

  /// The captions.
  ReadOnlyObjectProperty<Optional<CaptionSample>> sampleProperty() {
    return sample.getReadOnlyProperty();
  }

  /// What the list looked for catches; that of another moment while it is being found.
  ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// Captions that mention each list.
  ReadOnlyObjectProperty<Map<String, Integer>> caughtProperty() {
    return caught.getReadOnlyProperty();
  }

  /// What the term asked for often stands beside.
  ReadOnlyObjectProperty<List<TermNeighbour>> neighboursProperty() {
    return neighbours.getReadOnlyProperty();
  }
}
