package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableMap;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The facts of the machine without which a number says nothing. */
final class Machine {

  private Machine() {}

  static ImmutableMap<String, String> facts() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return ImmutableMap.<String, String>builder()
        .put("CPU", cpu())
        .put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()))
        .put("memory", system.getTotalMemorySize() / (1L << 30) + " GiB")
        .put("system", system.getName() + " " + system.getVersion() + " " + system.getArch())
        .put(
            "JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"))
        .buildOrThrow();
  }

  /** How busy the machine was during the last minute, if it can tell. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format("%.1f", load);
  }

  private static String cpu() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      List<String> lines = Files.exists(info) ? Files.readAllLines(info) : List.of();
      Optional<String> model =
          lines.stream().filter(line -> line.startsWith("model name")).findFirst();
      return model.map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
