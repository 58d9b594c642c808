/**
 * What the machine offers to a group, and the settings that are made of it.
 */
package io.cobre.engine.profile;
