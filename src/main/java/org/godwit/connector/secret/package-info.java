/**
 * Where passwords are: environment, files, the key store of the system, the prompt. Knows connector.spi and below; the
 * library that opens key stores is used here and nowhere else. Start reading at {@link org.godwit.connector.secret.NamedSecrets}.
 */
@NullMarked
package org.godwit.connector.secret;

import org.jspecify.annotations.NullMarked;
