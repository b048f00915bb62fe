/**
 * Where passwords are: environment, files, the prompt. Knows connector.spi and below. Start reading at
 * {@link org.godwit.connector.secret.NamedSecrets}.
 */
@NullMarked
package org.godwit.connector.secret;

import org.jspecify.annotations.NullMarked;
