-- Adds the team of a request to its headers, for the gateway.
local cjson = require("cjson")
local teams = ngx.shared.teams

--[[
  The directory of teams is read once a minute;
  in between, what was read last holds.
]]
local REFRESH = 60
local PATTERN = [[^/teams/([%w-]+)/]]

local function load_team(name)
  local body, err = teams:get(name)
  if not body then
    ngx.log(ngx.WARN, "no team '", name, "': ", err or 'unknown', "\n")
    return nil
  end
  return cjson.decode(body)
end

local _M = { version = "1.2", limit = 0xFF }

function _M.access()
  local name = ngx.var.uri:match(PATTERN)
  local team = name and load_team(name)
  if team ~= nil and #team.members > 0 then
    ngx.req.set_header("X-Team", team.name .. '/' .. tostring(REFRESH))
  end
end

return _M
