package dev.plumbline.stimulus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Published norms that Plumbline does not bring along, because their licences ask users to fetch
/// them from their owners.
public enum NormsSource {
  /// Words rated for valence, arousal and dominance: Mohammad, ACL 2018 (release 1, 0 to 1) and
  /// arXiv 2503.23547 (release 2.1, −1 to 1; the row count of its single words alone is known too).
  NRC_VAD(
      "nrc-vad",
      "NRC-VAD lexicon",
      "https://saifmohammad.com/WebPages/nrc-vad.html",
      List.of(19_971, 20_007, 44_728, 54_801),
      Set.of(NormsDimension.VALENCE, NormsDimension.AROUSAL, NormsDimension.DOMINANCE)),
  /// Images rated for valence and arousal: Kurdi, Lozano & Banaji, Behavior Research Methods 2017.
  OASIS(
      "oasis",
      "OASIS images and norms",
      "https://osf.io/6pnd7/",
      List.of(900),
      Set.of(NormsDimension.VALENCE, NormsDimension.AROUSAL));

  private final String label;
  private final String title;
  private final String page;
  private final List<Integer> rows;
  private final Set<NormsDimension> dimensions;

  NormsSource(
      String label, String title, String page, List<Integer> rows, Set<NormsDimension> dimensions) {
    this.label = label;
    this.title = title;
    this.page = page;
    this.rows = rows;
    this.dimensions = dimensions;
  }

  /// The name in files.
  public String label() {
    return label;
  }

  /// The name to show.
  public String title() {
    return title;
  }

  /// Official page to get it from.
  public String page() {
    return page;
  }

  /// Numbers of rows of the known releases.
  public List<Integer> rows() {
    return rows;
  }

  /// What it holds ratings of.
  public Set<NormsDimension> dimensions() {
    return dimensions;
  }

  /// Whether it rates images rather than words.
  public boolean ratesImages() {
    return this == OASIS;
  }

  /// The source of that name in files.
  public static Optional<NormsSource> named(String label) {
    return Arrays.stream(values()).filter(source -> source.label.equals(label)).findFirst();
  }

  /// All names in files, for error sentences.
  static String known() {
    return Arrays.stream(values()).map(NormsSource::label).collect(Collectors.joining(", "));
  }
}
