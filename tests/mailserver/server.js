'use strict';
// A real SMTP server for the tests of the mailer. Arguments: mode (none, startTls, implicit), certificate, key.
// It prints its port, then one line of JSON for every mail it has taken. The recipient says what goes wrong:
// rcpt-550@…, data-451@… (a reply to RCPT or to the content), cut-rcpt@…, cut-content@…, cut-end@… (the connection breaks
// after RCPT, within the content, after the last byte of it), silent@… (no reply to the content).
const fs = require('node:fs');
const { SMTPServer } = require('smtp-server');

const [mode, cert, key] = process.argv.slice(2);
const refusal = (code) => Object.assign(new Error('mailbox of somebody@secret.example'), { responseCode: Number(code) });
const ordered = (address, stage) => address.match(new RegExp(`^${stage}-(\\w+)@`))?.[1];

// A session does not show its socket.
const cut = (session) => [...server.connections].find((one) => one.session === session)._socket.destroy();

const server = new SMTPServer({
  secure: mode === 'implicit',
  hideSTARTTLS: mode !== 'startTls',
  cert: cert && fs.readFileSync(cert),
  key: key && fs.readFileSync(key),
  authOptional: true,
  disableReverseLookup: true,
  onAuth({ username, password }, session, done) {
    if (username === 'office' && password === 'right horse') done(null, { user: username });
    else done(refusal(535));
  },
  onMailFrom({ address }, session, done) {
    done(mode !== 'none' && !session.user ? refusal(530) : null);
  },
  onRcptTo({ address }, session, done) {
    if (address.startsWith('cut-rcpt@')) return cut(session);
    const code = ordered(address, 'rcpt');
    done(code ? refusal(code) : null);
  },
  onData(stream, session, done) {
    const recipients = session.envelope.rcptTo.map((to) => to.address);
    const [address] = recipients;
    const chunks = [];
    stream.on('data', (chunk) => {
      if (address.startsWith('cut-content@')) cut(session);
      chunks.push(chunk);
    });
    stream.on('end', () => {
      const taken = {
        from: session.envelope.mailFrom.address, to: recipients, user: session.user ?? null, secure: session.secure,
        raw: Buffer.concat(chunks).toString('utf8'),
      };
      if (address.startsWith('cut-end@')) {
        console.log(JSON.stringify(taken));
        return cut(session);
      }
      if (address.startsWith('silent@')) return undefined;
      const code = ordered(address, 'data');
      if (code) return done(refusal(code));
      console.log(JSON.stringify(taken));
      return done(null, 'taken');
    });
  },
});

server.on('error', () => {});
server.listen(0, '127.0.0.1', function listening() {
  console.log(this.address().port);
});
