// Written by Tests/Tables/make_tables.py.

extension Keys {
  /// What is printed on keys, by the names and short names that authors write.
  static let table = NameTable(
    #"""
    add:Num + alt:Alt alt-graph:AltGr altgr:AltGr apps:Menu arrow-down:Down arrow-left:Left arrow-right:Right
    arrow-up:Up back:Backspace backslash:\ backspace:Backspace backtab:Back Tab bar:| bksp:Backspace bktab:Back Tab
    brace-left:{ brace-right:} bracket-left:[ bracket-right:] break:Break browser-back:Browser Back
    browser-favorites:Browser Favorites browser-forward:Browser Forward browser-home:Browser Home
    browser-refresh:Browser Refresh browser-search:Browser Search browser-stop:Browser Stop cancel:Break
    capital:Caps Lock caps-lock:Caps Lock clear:Clear close-brace:} close-bracket:] clr:Clear cmd:Cmd colon:: comma:,
    command:Cmd context-menu:Menu control:Ctrl copy:Copy cplk:Caps Lock ctrl:Ctrl dblquote:" decimal:Num . del:Del
    delete:Del divide:Num / double-quote:" down:Down eject:Eject end:End enter:Enter equal:= esc:Esc escape:Esc exclam:!
    exclamation:! favorites:Browser Favorites fingerprint:Fingerprint fn:Fn forward:Browser Forward function:Fn grave:`
    grave-accent:` greater:> greater-than:> gt:> help:Help home:Home hyphen:- ins:Ins insert:Ins lalt:Left Alt
    launch-mail:Mail launch-media:Media lbutton:Left Button lcmd:Left Command lcommand:Left Command lcontrol:Left Ctrl
    lctrl:Left Ctrl left:Left left-alt:Left Alt left-button:Left Button left-cmd:Left Command left-command:Left Command
    left-control:Left Ctrl left-ctrl:Left Ctrl left-meta:Left Meta left-opt:Left Option left-option:Left Option
    left-shift:Left Shift left-super:Left Super left-win:Left Win left-windows:Left Win less:< less-than:<
    lmeta:Left Meta lopt:Left Option loption:Left Option lshift:Left Shift lsuper:Left Super lt:< lwin:Left Win
    lwindows:Left Win mail:Mail mbutton:Middle Button media:Media media-next-track:Next Track media-pause:Pause
    media-play:Play media-play-pause:Play/Pause media-prev-track:Previous Track media-stop:Stop menu:Menu meta:Meta
    middle-button:Middle Button minus:- multiply:Num * mute:Mute next:Page Down next-track:Next Track num-asterisk:Num *
    num-clear:Num Clear num-del:Num Del num-delete:Num Del num-enter:Num Enter num-equal:Num = num-lock:Num Lock
    num-minus:Num - num-plus:Num + num-separator:Num . num-slash:Num / num0:Num 0 num1:Num 1 num2:Num 2 num3:Num 3
    num4:Num 4 num5:Num 5 num6:Num 6 num7:Num 7 num8:Num 8 num9:Num 9 numlk:Num Lock open-brace:{ open-bracket:[
    opt:Option option:Option page-dn:Page Down page-down:Page Down page-up:Page Up pause:Pause period:. pg-dn:Page Down
    pg-up:Page Up pipe:| play:Play play-pause:Play/Pause plus:+ power:Power prev-track:Previous Track print:Print
    print-screen:Print Screen prior:Page Up prtsc:Print Screen question:? question-mark:? ralt:Right Alt
    rbutton:Right Button rcmd:Right Command rcommand:Right Command rcontrol:Right Ctrl rctrl:Right Ctrl
    refresh:Browser Refresh reset:Reset return:Enter right:Right right-alt:Right Alt right-button:Right Button
    right-cmd:Right Command right-command:Right Command right-control:Right Ctrl right-ctrl:Right Ctrl
    right-meta:Right Meta right-opt:Right Option right-option:Right Option right-shift:Right Shift
    right-super:Right Super right-win:Right Win right-windows:Right Win rmeta:Right Meta ropt:Right Option
    roption:Right Option rshift:Right Shift rsuper:Right Super rwin:Right Win rwindows:Right Win scroll:Scroll Lock
    scroll-lock:Scroll Lock search:Browser Search select:Select semicolon:; separator:Num . shift:Shift single-quote:'
    slash:/ sleep:Sleep space:Space spc:Space stop:Stop subtract:Num - super:Super tab:Tab tabulator:Tab tilde:~
    underscore:_ up:Up vol-down:Volume Down vol-mute:Mute vol-up:Volume Up volume-down:Volume Down volume-mute:Mute
    volume-up:Volume Up win:Win windows:Win x-button1:X Button 1 x-button2:X Button 2 xbutton1:X Button 1
    xbutton2:X Button 2 zoom:Zoom
    """#)
}
