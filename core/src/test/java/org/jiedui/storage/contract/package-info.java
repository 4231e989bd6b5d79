/**
 * The storage contract kit: what every adapter of {@link org.jiedui.storage.CareStore} must pass.
 *
 * <p>It comes in the tests jar of {@code jiedui-core}. A module with an adapter depends on it, on
 * JUnit Jupiter and on AssertJ, all in scope {@code test}:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>org.jiedui</groupId>
 *   <artifactId>jiedui-core</artifactId>
 *   <type>test-jar</type>
 *   <scope>test</scope>
 * </dependency>
 * }</pre>
 *
 * <p>and has one class that extends {@link org.jiedui.storage.contract.CareStoreContract}; it runs
 * like any test class. {@link org.jiedui.storage.contract.StoreFixtures} makes the records that the
 * kit stores, and {@link org.jiedui.storage.contract.StoreDump} reads all that a store has; both
 * may be used by other tests.
 *
 * <p>The kit stores a school before anything of it, and a child before anything about it. It never
 * stores the classes, staff and rules that other records name.
 */
@NullMarked
package org.jiedui.storage.contract;

import org.jspecify.annotations.NullMarked;
