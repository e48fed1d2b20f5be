package dev.plumbline.ui.session;

import dev.plumbline.report.BinNames;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.ChartTheme;
import dev.plumbline.report.DatasetColours;
import dev.plumbline.report.Highlight;
import dev.plumbline.report.Messages;
import dev.plumbline.report.Names;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Language and colours of the window and of its charts.
public final class Look {
  /// Languages the window speaks.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Locale> locale;
  private Messages messages;
  private Messages chartMessages;

  /// A look in that theme and the nearest language.
  public Look(Theme theme, Locale wanted) {
    this.theme = new SimpleObjectProperty<>(theme);
    this.locale = new SimpleObjectProperty<>(nearest(wanted));
    load();
  }

  /// The language for a locale: Japanese for Japanese, else English.
  public static Locale nearest(Locale wanted) {
    return wanted.getLanguage().equals(Locale.JAPANESE.getLanguage())
        ? Locale.JAPANESE
        : Locale.ENGLISH;
  }

  /// Changes the language; texts are loaded before listeners hear of it.
  public void speak(Locale wanted) {
    Locale next = nearest(wanted);
    if (!next.equals(locale.get())) {
      load(next);
      locale.set(next);
    }
  }

  /// Changes the colours.
  public void wear(Theme next) {
    theme.set(next);
  }

  /// Theme of the window.
  public ObservableValue<Theme> themeProperty() {
    return theme;
  }

  /// Theme of the window, now.
  public Theme theme() {
    return theme.get();
  }

  /// Language of the window.
  public ObservableValue<Locale> localeProperty() {
    return locale;
  }

  /// Language of the window, now.
  public Locale locale() {
    return locale.get();
  }

  /// Texts of the window.
  public Messages messages() {
    return messages;
  }

  /// One text of the window.
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /// Colours of charts in this look.
  public ChartTheme chartTheme() {
    return theme.get() == Theme.DARK ? ChartTheme.dark() : ChartTheme.light();
  }

  /// Style of charts in this look.
  public ChartStyle chartStyle(DatasetColours colours, Highlight highlight, Names names) {
    return new ChartStyle(chartTheme(), chartMessages, locale.get(), colours, highlight, names);
  }

  /// How bins of facets are called.
  public BinNames binNames() {
    return new BinNames(chartMessages);
  }

  private void load() {
    load(locale.get());
  }

  private void load(Locale language) {
    messages = Messages.load("ui", language);
    chartMessages = Messages.load("report", language);
  }
}
