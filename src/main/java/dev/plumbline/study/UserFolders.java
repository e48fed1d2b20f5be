package dev.plumbline.study;

import dev.plumbline.embedding.EmbeddingCache;
import java.nio.file.Path;

/// Folders of this user.
public final class UserFolders {
  private UserFolders() {}

  /// Folder of things that can be computed again, and of the log; the property `plumbline.cache`
  /// overrides it.
  public static Path cache() {
    return EmbeddingCache.defaultFolder();
  }
}
