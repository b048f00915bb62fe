/**
 * Work that takes a while, without JavaFX: progress that is written by the worker and sampled by whoever shows it,
 * and cancellation that every loop of the engine asks for. Start reading at {@link org.godwit.task.TaskService};
 * what a worker sees is {@link org.godwit.task.TaskContext}. Reading a file for its hash takes a while in every layer.
 */
@NullMarked
package org.godwit.task;

import org.jspecify.annotations.NullMarked;
