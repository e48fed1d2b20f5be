package dev.plumbline.manifest;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Column names by which published manifests call a role (LAION, DataComp, COYO, PD12M,
/// Recap-DataComp, img2dataset), in order of preference. Case is ignored; `*` ends a family of
/// names.
final class ColumnAliases {
  private static final Map<ColumnRole, List<String>> ALIASES = new EnumMap<>(ColumnRole.class);

  static {
    ALIASES.put(ColumnRole.URL, List.of("url", "image_url", "img_url"));
    ALIASES.put(
        ColumnRole.CAPTION,
        List.of(
            "text",
            "caption",
            "top_caption",
            "org_caption",
            "re_caption",
            "alt_text",
            "captions",
            "txt"));
    ALIASES.put(ColumnRole.WIDTH, List.of("width", "original_width"));
    ALIASES.put(ColumnRole.HEIGHT, List.of("height", "original_height"));
    ALIASES.put(
        ColumnRole.SIMILARITY,
        List.of(
            "clip_l14_similarity_score",
            "clip_b32_similarity_score",
            "similarity",
            "clip_similarity_vitl14",
            "clip_similarity_vit*",
            "clip_score",
            "org_clip_score"));
    ALIASES.put(ColumnRole.LANGUAGE, List.of("language", "detected_language", "lang"));
    ALIASES.put(ColumnRole.NSFW, List.of("nsfw", "punsafe", "nsfw_score_*"));
    ALIASES.put(ColumnRole.WATERMARK, List.of("pwatermark", "watermark_score"));
    ALIASES.put(ColumnRole.LICENSE, List.of("license", "licence"));
    ALIASES.put(
        ColumnRole.AESTHETIC,
        List.of("aesthetic", "aesthetic_score", "aesthetic_score_laion_v2", "aesthetic_score_*"));
    ALIASES.put(ColumnRole.STATUS, List.of("status"));
    ALIASES.put(ColumnRole.UID, List.of("uid", "sample_id", "key", "id", "photoid", "__key__"));
    ALIASES.put(ColumnRole.HASH, List.of("sha256", "hash"));
    ALIASES.put(ColumnRole.SOURCE, List.of("source"));
    ALIASES.put(ColumnRole.YEAR, List.of("year", "date_taken", "datetaken"));
    ALIASES.put(ColumnRole.FACES, List.of("face_bboxes", "num_faces"));
  }

  private ColumnAliases() {}

  /// The columns that a role may be, most preferred first; fields of nested columns come last.
  static List<String> candidates(ColumnRole role, List<Column> columns) {
    return Stream.of(false, true)
        .flatMap(
            nested ->
                ALIASES.get(role).stream()
                    .flatMap(
                        alias ->
                            columns.stream()
                                .filter(column -> column.nested() == nested)
                                .filter(column -> matches(alias, column.path().getLast()))))
        .map(Column::name)
        .distinct()
        .toList();
  }

  /// Whether any role goes by that name.
  static boolean known(String column) {
    return ALIASES.values().stream()
        .flatMap(List::stream)
        .anyMatch(alias -> matches(alias, column));
  }

  private static boolean matches(String alias, String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return alias.endsWith("*")
        ? name.startsWith(alias.substring(0, alias.length() - 1))
        : name.equals(alias);
  }
}
