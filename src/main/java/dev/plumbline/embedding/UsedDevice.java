package dev.plumbline.embedding;

import java.util.ArrayList;
import java.util.List;

/// Where a model really ran.
///
/// @param label such as `cpu (2 threads)` or `cuda`
/// @param notes in what way that is not what was asked for
record UsedDevice(String label, List<DeviceNote> notes) {
  UsedDevice {
    notes = List.copyOf(notes);
  }

  /// Nothing ran, since the cache knew all; a device that is not there is noted all the same.
  static UsedDevice cache(Device wanted) {
    return new UsedDevice("cache", DeviceChoice.missing(wanted).stream().toList());
  }

  /// The same with one more note.
  UsedDevice noting(DeviceNote note) {
    List<DeviceNote> all = new ArrayList<>(notes);
    all.add(note);
    return new UsedDevice(label, all);
  }
}
