export default {
  title: 'Save or open',
  drop: 'Drop a trace file to open it',
  format: {
    json: {
      name: 'Trace (JSON)',
      hint: 'Every event of the run. It can be opened here again.',
    },
    har: {
      name: 'HTTP Archive (HAR)',
      hint: 'Opening handshakes, messages and HTTP exchanges, in the form of Chrome DevTools.',
    },
    pcapng: {
      name: 'Packet capture (pcapng)',
      hint: 'The bytes of each connection, captured at the client, for Wireshark and tshark. The TCP, IP and Ethernet around them are made up.',
    },
  },
  save: {
    heading: 'Save this run',
    format: 'Format',
    button: 'Save',
    nothing: 'There is no run to save yet. Run the program first.',
    program: 'With the files of the program',
    programHint: 'Anyone who opens the trace can then see which line caused what.',
    noConnections:
      'The program of this run opened no connection, so there is nothing to save here.',
    hidden: {
      har: 'The browser hides the opening handshakes of this run. What they must have contained is saved, marked as reconstructed.',
      pcapng:
        'The browser hides the bytes of this run. Packets are made from what is known about its frames, with zeros for hidden keys; the comment of each packet says so.',
    },
    atServer:
      'The browser hides the bytes of this run, but the server recorded them: the capture is taken at the server.',
    released:
      'The log dropped the {count} oldest event; the file begins after it. | The log dropped the {count} oldest events; the file begins after them.',
    omitted:
      'The content of {count} event is not kept any more; the file has its size only. | The content of {count} events is not kept any more; the file has their sizes only.',
    goingOn: 'The run is still going: the file has what happened so far.',
  },
  home: {
    heading: 'Take the program home',
    hint: 'A folder that runs on Node: client, server, page and a README. Unpack it, then npm install and npm start.',
    button: 'Save as a zip file',
    failed: 'The zip file could not be made: {detail}',
  },
  import: {
    heading: 'Open a saved run',
    hint: 'A trace saved as JSON opens in every view, and so do the WebSockets of a HAR from your browser’s DevTools. Nothing in it runs; your program and your last run stay as they are. You can also drop the file onto the wire.',
    choose: 'Choose a file…',
    reading: 'Reading…',
  },
  problem: {
    noJson: '{file} is not JSON, so it is not a trace.',
    noTrace: '{file} is JSON, but neither a trace that was saved here nor a HAR.',
    tooOld: '{file} is a trace of version {version}, which can no longer be read.',
    tooNew:
      '{file} is a trace of version {version}, made by a newer release. This one reads versions up to {newest}.',
    badHeader: 'What {file} says about its run is impossible: {detail}',
    badProgram: 'The program in {file} cannot be read: {detail}',
    noSockets:
      '{file} is an HTTP Archive, but has no WebSocket. Reload the page with DevTools open, then save it once more.',
    badEntry: 'Entry {number} of the archive {file} can’t be read: {detail}',
    badEvent: 'Event {number} of {file} is wrong: {detail}',
    tooLarge: '{file} is too large: {size}. A trace has at most {most}.',
    unreadable: 'The browser could not read {file}: {detail}',
  },
  banner: {
    label: 'Opened trace',
    from: 'Opened from {file}',
    released:
      'Its {count} oldest event had been dropped. | Its {count} oldest events had been dropped.',
    program: 'Its program',
    back: 'Back to your run',
  },
  program: {
    title: 'The program of this trace',
    note: 'As it was saved in {file}. It does not run, and your own program stays in the editor.',
  },
} as const
