package dev.plumbline.ui;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The pages, in the order of the rail.
public enum PageId {
  OVERVIEW(MaterialDesignV.VIEW_DASHBOARD_OUTLINE),
  DATA(MaterialDesignD.DATABASE_OUTLINE),
  MODELS(MaterialDesignC.CUBE_OUTLINE),
  BIAS(MaterialDesignS.SCALE_BALANCE),
  PERFORMANCE(MaterialDesignS.SPEEDOMETER),
  COMPARE(MaterialDesignC.COMPARE_HORIZONTAL);

  private final Ikon icon;

  PageId(Ikon icon) {
    this.icon = icon;
  }

  Ikon icon() {
    return icon;
  }

  /// Lower case, as in names of pictures and nodes.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
