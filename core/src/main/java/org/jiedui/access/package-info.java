/**
 * Who may do what, and the record of who did.
 *
 * <p>The host authenticates people; it hands in an {@link org.jiedui.access.Actor} with the grants
 * that the person has. Every operation of a desk names its {@link org.jiedui.access.Operation}; an
 * {@link org.jiedui.access.AccessPolicy} permits or refuses it, and an {@link
 * org.jiedui.access.AuditEntry} is written either way.
 *
 * <p>The data of children under 14 is sensitive: least privilege, and every staff access is logged
 * (个人信息保护法 28–31, 55; 未成年人网络保护条例 36).
 */
@NullMarked
package org.jiedui.access;

import org.jspecify.annotations.NullMarked;
