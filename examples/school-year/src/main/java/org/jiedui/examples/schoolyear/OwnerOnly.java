package org.jiedui.examples.schoolyear;

import java.nio.file.FileSystem;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * How files and folders are made that nobody but their owner may read, where a system knows that.
 */
final class OwnerOnly {

  private OwnerOnly() {}

  static FileAttribute<?>[] file(FileSystem system) {
    return permissions(system, "rw-------");
  }

  static FileAttribute<?>[] folder(FileSystem system) {
    return permissions(system, "rwx------");
  }

  private static FileAttribute<?>[] permissions(FileSystem system, String permissions) {
    return system.supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
