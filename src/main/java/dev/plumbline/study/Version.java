package dev.plumbline.study;

/// The version of this program.
public final class Version {
  private Version() {}

  /// The version noted in the jar, or `development` where classes run from a folder.
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
