package planted.util;

/// Breach on purpose: a package that the plan does not name.
public final class DumpingGround {}
