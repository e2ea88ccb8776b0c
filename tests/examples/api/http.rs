//! As much of HTTP as the clients speak: one request on each connection, with a length where it has a body.

use std::io::{self, BufReader, Error, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// More than any request takes.
const MOST_BYTES: u64 = 1 << 20;
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// A request.
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) body: Vec<u8>,
}

/// Reads a request.
pub(crate) fn read(stream: &mut TcpStream) -> io::Result<Request> {
    stream.set_read_timeout(Some(LONGEST_WAIT))?;
    stream.set_write_timeout(Some(LONGEST_WAIT))?;
    let mut reader = BufReader::new(stream.take(MOST_BYTES));
    let first = line(&mut reader)?;
    let (method, rest) = first.split_once(' ').ok_or_else(|| wrong(&first))?;
    let target = rest.strip_suffix(" HTTP/1.1").ok_or_else(|| wrong(&first))?;
    let mut length = 0;
    loop {
        let header = line(&mut reader)?;
        if header.is_empty() {
            break;
        }
        let (name, value) = header.split_once(':').ok_or_else(|| wrong(&header))?;
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().map_err(|_| wrong(&header))?,
            "transfer-encoding" | "content-encoding" | "expect" => return Err(wrong(&header)),
            _ => {}
        }
    }
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body)?;
    if u64::try_from(body.len()).is_ok_and(|read| read == length) {
        Ok(Request { method: method.to_owned(), target: target.to_owned(), body })
    } else {
        Err(wrong("the body is shorter than its length"))
    }
}

fn line(reader: &mut impl io::BufRead) -> io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    line.strip_suffix("\r\n").map(str::to_owned).ok_or_else(|| wrong(&line))
}

fn wrong(text: &str) -> Error {
    Error::new(ErrorKind::InvalidData, format!("{text:?}"))
}

/// Answers, and closes the connection.
pub(crate) fn write(stream: &mut TcpStream, status: &str, body: &str) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    stream.flush()
}
