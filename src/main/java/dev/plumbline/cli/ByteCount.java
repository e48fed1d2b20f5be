package dev.plumbline.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a number of bytes: digits, then K, M, G or T for powers of 1024, in either case.
final class ByteCount implements ITypeConverter<Long> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})([kmgt]?)");
  private static final String UNITS = "kmgt";

  @Override
  public Long convert(String value) {
    Matcher form = FORM.matcher(value.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw refused(value);
    }
    long count = Long.parseLong(form.group(1));
    for (int i = 0; !form.group(2).isEmpty() && i <= UNITS.indexOf(form.group(2)); i++) {
      if (count > Long.MAX_VALUE / 1024) {
        throw refused(value);
      }
      count *= 1024;
    }
    return count;
  }

  private static TypeConversionException refused(String value) {
    return new TypeConversionException(
        "\"" + value + "\" is no number of bytes; write one such as 200000000, 500M or 20G");
  }
}
