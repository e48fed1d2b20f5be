package dev.plumbline.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 digests that name content: of files, models, preprocessing and stimuli.
public final class Digest {
  private Digest() {}

  /// Starts a digest over several pieces.
  public static Builder builder() {
    return new Builder();
  }

  /// Hexadecimal digest of the bytes.
  public static String of(byte[] bytes) {
    return builder().add(bytes).hex();
  }

  /// Hexadecimal digest of a file's content, read in a stream.
  ///
  /// @throws PlumblineException if the file cannot be read
  public static String of(Path file) {
    Builder builder = builder();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        builder.digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ": check that it exists.", e);
    }
    return builder.hex();
  }

  /// Collects pieces of content.
  public static final class Builder {
    private final MessageDigest digest;

    private Builder() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }

    /// Appends bytes.
    public Builder add(byte[] bytes) {
      digest.update(bytes);
      return this;
    }

    /// Ends the digest.
    public byte[] bytes() {
      return digest.digest();
    }

    /// Ends the digest, as 64 hexadecimal digits.
    public String hex() {
      return HexFormat.of().formatHex(bytes());
    }
  }
}
