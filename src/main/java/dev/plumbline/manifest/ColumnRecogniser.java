package dev.plumbline.manifest;

import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides which column plays which role: the user's word first, then known names, then content.
///
/// By content a column is the url if at least half of its values are web addresses, and the caption
/// if it is the text column with the longest values that hold two words on average (in a file
/// without a header: any text). `status` counts only if its values are a downloader's: some
/// `success` or `failed…`, or the columns that img2dataset writes beside it.
final class ColumnRecogniser {
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\s*https?://\\S+\\s*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern HASH = Pattern.compile("(?i)[0-9a-f]{24,64}");

  /// Why a column of numbers is the uid of a list of photos.
  static final String YFCC_PHOTOS = "its values are photo numbers of YFCC100M";

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final List<Column> columns;
  private final List<String> names;
  private final boolean headerless;
  private final Map<String, List<String>> samples;
  private final Map<ColumnRole, Recognition> roles = new EnumMap<>(ColumnRole.class);

  /// @param headerless whether the names were made up
  /// @param samples some values of each column, by its name
  ColumnRecogniser(List<Column> columns, boolean headerless, Map<String, List<String>> samples) {
    this.columns = columns;
    this.names = columns.stream().map(Column::name).toList();
    this.headerless = headerless;
    this.samples = samples;
  }

  /// All roles that are played.
  ///
  /// @param place the manifest, for error sentences
  /// @throws PlumblineException if the user assigned a column that does not exist
  Map<ColumnRole, Recognition> recognise(Map<ColumnRole, String> mapping, String place) {
    for (Map.Entry<ColumnRole, String> entry : mapping.entrySet()) {
      String column = assigned(entry.getKey(), entry.getValue(), place);
      roles.put(entry.getKey(), new Recognition(column, "assigned by hand"));
    }
    for (ColumnRole role : ColumnRole.values()) {
      if (!roles.containsKey(role)) {
        byName(role).ifPresent(recognition -> roles.put(role, recognition));
      }
    }
    if (headerless) {
      photoList();
    }
    if (!roles.containsKey(ColumnRole.URL)) {
      urlByContent().ifPresent(recognition -> roles.put(ColumnRole.URL, recognition));
    }
    if (!roles.containsKey(ColumnRole.CAPTION)) {
      captionByContent().ifPresent(recognition -> roles.put(ColumnRole.CAPTION, recognition));
    }
    return roles;
  }

  private String assigned(ColumnRole role, String wanted, String place) {
    if (names.contains(wanted)) {
      return wanted;
    }
    List<String> alike = names.stream().filter(wanted::equalsIgnoreCase).toList();
    if (alike.size() == 1) {
      return alike.getFirst();
    }
    throw new PlumblineException(
        "%s has no column \"%s\" to use for %s; its columns are: %s."
            .formatted(place, wanted, role.key(), String.join(", ", names)));
  }

  private Optional<Recognition> byName(ColumnRole role) {
    List<String> candidates =
        ColumnAliases.candidates(role, columns).stream().filter(this::free).toList();
    if (candidates.isEmpty() || role == ColumnRole.STATUS && !downloaderStatus(candidates)) {
      return Optional.empty();
    }
    String others =
        candidates.stream().skip(1).map(n -> '"' + n + '"').collect(Collectors.joining(", "));
    String reason = "name is a known alias";
    if (!others.isEmpty()) {
      reason += "; others that could serve: " + others;
    }
    return Optional.of(
        new Recognition(candidates.getFirst(), reason, candidates.subList(1, candidates.size())));
  }

  private boolean downloaderStatus(List<String> candidates) {
    boolean img2dataset = names.contains("error_message") && names.contains("key");
    return img2dataset
        || values(candidates.getFirst()).stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .anyMatch(value -> value.equals("success") || value.startsWith("fail"));
  }

  /// OpenAI's list of the photos of YFCC15M: line, number of the photo in YFCC100M, its hash.
  private void photoList() {
    boolean list =
        names.size() == 3
            && names.stream().allMatch(this::free)
            && all(names.get(0), NUMBER)
            && all(names.get(1), NUMBER)
            && all(names.get(2), HASH);
    if (list) {
      roles.put(ColumnRole.UID, new Recognition(names.get(1), YFCC_PHOTOS));
      roles.put(ColumnRole.HASH, new Recognition(names.get(2), "its values are hashes"));
    }
  }

  private boolean all(String name, Pattern pattern) {
    List<String> values = values(name);
    return !values.isEmpty() && values.stream().allMatch(value -> pattern.matcher(value).matches());
  }

  private Optional<Recognition> urlByContent() {
    for (String name : names) {
      List<String> values = values(name);
      long addresses = values.stream().filter(v -> ADDRESS.matcher(v).matches()).count();
      if (free(name) && addresses > 0 && addresses * 2 >= values.size()) {
        return Optional.of(new Recognition(name, "its values are web addresses"));
      }
    }
    return Optional.empty();
  }

  private Optional<Recognition> captionByContent() {
    String best = null;
    double longest = 0;
    for (Column column : columns) {
      List<String> values = values(column.name());
      if (!free(column.name()) || !column.type().equals(ColumnTypes.TEXT) || values.isEmpty()) {
        continue;
      }
      double words =
          values.stream().mapToInt(v -> SPACE.split(v.strip()).length).average().orElse(0);
      double length = values.stream().mapToInt(String::length).average().orElse(0);
      boolean text = headerless ? values.stream().anyMatch(ColumnRecogniser::letters) : words >= 2;
      if (text && length > longest) {
        best = column.name();
        longest = length;
      }
    }
    return Optional.ofNullable(best)
        .map(name -> new Recognition(name, "its values read like captions"));
  }

  private static boolean letters(String value) {
    return value.codePoints().anyMatch(Character::isLetter) && !HASH.matcher(value).matches();
  }

  private boolean free(String name) {
    return roles.values().stream().noneMatch(role -> role.column().equals(name));
  }

  private List<String> values(String name) {
    List<String> values = new ArrayList<>(samples.getOrDefault(name, List.of()));
    values.removeIf(Objects::isNull);
    return values;
  }
}
